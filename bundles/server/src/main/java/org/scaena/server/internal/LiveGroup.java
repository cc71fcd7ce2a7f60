package org.scaena.server.internal;

import java.util.List;
import org.scaena.catalogue.GroupCommands;
import org.scaena.command.Command;
import org.scaena.command.CommandSender;
import org.scaena.command.Done;
import org.scaena.command.Reply;
import org.scaena.node.Group;
import org.scaena.node.GroupSnapshot;
import org.scaena.node.Node;
import org.scaena.node.NodeTree;
import org.scaena.node.Placement;
import org.scaena.node.TreeDetail;
import org.scaena.osc.OscMessage;

/** A group that was asked for here, that is there by custom, or that is known from the tree. */
final class LiveGroup extends LiveNode implements Group {

    /** The two kinds of groups. */
    enum Kind {
        ORDINARY,
        PARALLEL;

        OscMessage make(int id, Placement placement) {
            Command<Done> make =
                    this == PARALLEL
                            ? GroupCommands.createParallel(id, placement)
                            : GroupCommands.create(id, placement);
            return make.message();
        }
    }

    private final Kind kind;
    private final Reply<Group> started;

    LiveGroup(int id, Kind kind, CommandSender sender, NodeTree tree) {
        super(id, sender, tree);
        this.kind = kind;
        this.started = new Reply<>("the start of group " + id);
    }

    @Override
    public Reply<Group> started() {
        return started;
    }

    /** The message that makes it. */
    OscMessage make(Placement placement) {
        return kind.make(id(), placement);
    }

    @Override
    public boolean isParallel() {
        return kind == Kind.PARALLEL;
    }

    @Override
    public void moveNodeToHead(Node... nodes) {
        for (Node node : nodes) {
            node.moveToHead(this);
        }
    }

    @Override
    public void moveNodeToTail(Node... nodes) {
        for (Node node : nodes) {
            node.moveToTail(this);
        }
    }

    @Override
    public void freeAll() {
        sender().send(GroupCommands.freeAll(id()).message());
    }

    @Override
    public void deepFree() {
        sender().send(GroupCommands.deepFree(id()).message());
    }

    @Override
    public GroupSnapshot snapshot() {
        return tree().snapshot(id())
                .filter(GroupSnapshot.class::isInstance)
                .map(GroupSnapshot.class::cast)
                .orElseGet(() -> new GroupSnapshot(id(), state(), List.of()));
    }

    @Override
    public Reply<GroupSnapshot> queryTree(TreeDetail detail) {
        return tree().query(id(), detail);
    }

    @Override
    public void dumpTree(TreeDetail detail) {
        sender().send(GroupCommands.dumpTree(id(), detail).message());
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
