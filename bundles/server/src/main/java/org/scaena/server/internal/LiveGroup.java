package org.scaena.server.internal;

import java.util.function.Supplier;
import org.scaena.command.CommandSender;
import org.scaena.command.Reply;
import org.scaena.node.Group;
import org.scaena.node.GroupSnapshot;
import org.scaena.osc.OscMessage;

/** A group that was asked for here, or that is there by custom. */
final class LiveGroup extends LiveNode implements Group {

    private final Reply<Group> started;
    private final Supplier<Reply<GroupSnapshot>> tree;

    LiveGroup(int id, CommandSender sender, Supplier<Reply<GroupSnapshot>> tree) {
        super(id, sender);
        this.tree = tree;
        this.started = new Reply<>("/g_new " + id);
    }

    @Override
    public Reply<Group> started() {
        return started;
    }

    @Override
    public void freeAll() {
        sender().send(OscMessage.of("/g_freeAll", id()));
    }

    @Override
    public void deepFree() {
        sender().send(OscMessage.of("/g_deepFree", id()));
    }

    @Override
    public Reply<GroupSnapshot> queryTree() {
        return tree.get();
    }

    @Override
    void went() {
        started.complete(this);
    }

    @Override
    Reply<Group> asked() {
        return started;
    }
}
