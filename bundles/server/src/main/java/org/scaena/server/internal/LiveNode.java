package org.scaena.server.internal;

import org.scaena.command.Command;
import org.scaena.command.CommandSender;
import org.scaena.command.Done;
import org.scaena.command.NotRunningException;
import org.scaena.command.Reply;
import org.scaena.command.ReplyKey;
import org.scaena.node.AddAction;
import org.scaena.node.ControlValues;
import org.scaena.node.NodeInfo;
import org.scaena.node.NodeState;
import org.scaena.node.Placement;
import org.scaena.osc.OscMessage;

/** What synths and groups have in common. */
abstract class LiveNode {

    private final int id;
    private final CommandSender sender;
    private final Reply<Done> ended;
    private volatile NodeState state = NodeState.STARTED;

    LiveNode(int id, CommandSender sender) {
        this.id = id;
        this.sender = sender;
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

    public final void set(ControlValues controls) {
        sender.send(Messages.nodeSet(id, controls));
    }

    public final void run(boolean running) {
        if (running == (state == NodeState.PAUSED)) {
            sender.send(OscMessage.of("/n_run", id, running ? 1 : 0));
        }
    }

    public final void moveTo(Placement placement) {
        if (placement.action() == AddAction.ADD_REPLACE) {
            throw new IllegalArgumentException("a node can't be moved in place of another");
        }
        sender.send(OscMessage.of("/n_order", placement.action().number(), placement.target(), id));
    }

    public final void free() {
        sender.send(OscMessage.of("/n_free", id));
    }

    public final Reply<NodeInfo> query() {
        return sender.request(
                Command.answered(
                        OscMessage.of("/n_query", id), ReplyKey.of("/n_info", id), NodeInfo::of));
    }

    public final Reply<Done> ended() {
        return ended;
    }

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
}
