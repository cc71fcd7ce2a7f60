package org.scaena.server.internal;

import java.util.Optional;
import org.scaena.command.Command;
import org.scaena.command.CommandSender;
import org.scaena.command.Done;
import org.scaena.command.NotRunningException;
import org.scaena.command.Reply;
import org.scaena.command.ReplyKey;
import org.scaena.node.AddAction;
import org.scaena.node.ControlValues;
import org.scaena.node.NodeInfo;
import org.scaena.node.NodeSnapshot;
import org.scaena.node.NodeState;
import org.scaena.node.NodeTree;
import org.scaena.node.Placement;
import org.scaena.osc.OscMessage;

/** What synths and groups have in common. */
abstract class LiveNode {

    private final int id;
    private final CommandSender sender;
    private final NodeTree tree;
    private final Reply<Done> ended;
    private volatile NodeState state = NodeState.STARTED;

    LiveNode(int id, CommandSender sender, NodeTree tree) {
        this.id = id;
        this.sender = sender;
        this.tree = tree;
        this.ended = new Reply<>("the end of node " + id);
    }

    public final int id() {
        return id;
    }

    public final NodeState state() {
        return state;
    }

    public final CommandSender sender() {
        return sender;
    }

    final NodeTree tree() {
        return tree;
    }

    public final void set(ControlValues controls) {
        tree.controlsSet(id, controls);
        sender.send(Messages.nodeSet(id, controls));
    }

    public final void unmap(String control) {
        sender.send(OscMessage.of("/n_map", id, control, -1));
    }

    public final void run(boolean running) {
        if (running == (state == NodeState.PAUSED)) {
            sender.send(OscMessage.of("/n_run", id, running ? 1 : 0));
        }
    }

    /** With the commands of which scsynth always tells; {@code /n_order} leaves out some moves. */
    public final void moveTo(Placement placement) {
        int target = placement.target();
        if (placement.action() == AddAction.ADD_REPLACE) {
            throw new IllegalArgumentException("a node can't be moved in place of another");
        }
        if (isInside(target)) {
            throw new IllegalArgumentException(
                    "node %d can't be moved next to or into itself (target %d)"
                            .formatted(id, target));
        }
        sender.send(
                switch (placement.action()) {
                    case ADD_TO_HEAD -> OscMessage.of("/g_head", target, id);
                    case ADD_TO_TAIL -> OscMessage.of("/g_tail", target, id);
                    case ADD_BEFORE, ADD_REPLACE -> OscMessage.of("/n_before", id, target);
                    case ADD_AFTER -> OscMessage.of("/n_after", id, target);
                });
    }

    /** Whether a node is this one or somewhere in it: a group in itself would crash scsynth. */
    private boolean isInside(int node) {
        int inside = node;
        for (Optional<NodeInfo> info = tree.find(node);
                inside != id && info.isPresent();
                info = tree.find(inside)) {
            inside = info.get().parent();
        }
        return inside == id;
    }

    public final void free() {
        sender.send(OscMessage.of("/n_free", id));
    }

    public final Reply<NodeInfo> query() {
        return sender.request(
                Command.answered(
                        OscMessage.of("/n_query", id), ReplyKey.of("/n_info", id), NodeInfo::of));
    }

    public final void trace() {
        sender.send(OscMessage.of("/n_trace", id));
    }

    public final Reply<Done> ended() {
        return ended;
    }

    /** What is known of it now; this handle knows best whether it lives. */
    public abstract NodeSnapshot snapshot();

    /** The server says that it is there. */
    abstract void went();

    /** The server refused to make it. */
    abstract Reply<?> asked();

    final void state(NodeState now) {
        state = now;
        if (now == NodeState.PLAYING) {
            went();
        } else if (now == NodeState.ENDED) {
            asked().completeExceptionally(new NotRunningException("node " + id + " has ended"));
            ended.complete(Done.DONE);
        }
    }

    /** As the notebook prints it. */
    @Override
    public final String toString() {
        return "<" + snapshot() + ">";
    }
}
