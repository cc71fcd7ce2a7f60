package org.scaena.server.internal;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.scaena.catalogue.GroupCommands;
import org.scaena.catalogue.NodeCommands;
import org.scaena.command.Command;
import org.scaena.command.CommandSender;
import org.scaena.command.Done;
import org.scaena.command.NotRunningException;
import org.scaena.command.Reply;
import org.scaena.node.AddAction;
import org.scaena.node.ControlValues;
import org.scaena.node.NodeInfo;
import org.scaena.node.NodeSnapshot;
import org.scaena.node.NodeState;
import org.scaena.node.NodeTree;
import org.scaena.node.Placement;
import org.scaena.node.SynthSnapshot;

/** What synths and groups have in common. */
abstract class LiveNode {

    private final int id;
    private final CommandSender sender;
    private final NodeTree tree;
    private final Reply<Done> ended;
    private final AtomicReference<Pause> pause = new AtomicReference<>(Pause.NONE);
    private volatile NodeState state = NodeState.STARTED;
    private volatile @Nullable KeptControls kept;
    private volatile boolean leaving;

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
        KeptControls keeper = kept;
        if (keeper != null) {
            keeper.set(controls);
        }
        tree.controlsSet(id, controls);
        sender.send(NodeCommands.set(id, controls).message());
    }

    public final void set(String control, double value) {
        tree.controlSet(id, control, (float) value);
        sender.send(NodeCommands.set(id, control, (float) value).message());
    }

    public final void set(int control, double value) {
        tree.controlSet(id, control, (float) value);
        sender.send(NodeCommands.set(id, control, (float) value).message());
    }

    public final void unmap(String control) {
        sender.send(NodeCommands.unmap(id, control).message());
    }

    public final void run(boolean running) {
        Pause before = pause.getAndUpdate(now -> now.asked(running));
        if (running) {
            sender.send(NodeCommands.resume(id).message());
        } else if (!before.paused()) {
            sender.send(NodeCommands.pause(id).message());
        }
    }

    /** It was there before this handle. */
    final void found(NodeState there) {
        state(NodeState.PLAYING);
        if (there == NodeState.PAUSED) {
            pause.set(new Pause(true, 0));
            state(there);
        }
    }

    /** Keeps in mind what its controls are set to, beginning with these. */
    final void keep(ControlValues first) {
        kept = new KeptControls(first);
    }

    /** What its controls were last set to, as far as that was kept in mind. */
    final ControlValues controls() {
        KeptControls keeper = kept;
        return keeper == null
                ? ControlValues.NONE
                : keeper.with(
                        snapshot() instanceof SynthSnapshot synth
                                ? Optional.of(synth)
                                : Optional.empty());
    }

    /** Whether it was asked to end: nobody can have it any more. */
    final boolean isLeaving() {
        return leaving;
    }

    final boolean isPaused() {
        return pause.get().paused();
    }

    /** The server says that it was paused, or goes on. */
    final void paused(boolean now) {
        pause.updateAndGet(before -> before.told(now));
        state(now ? NodeState.PAUSED : NodeState.PLAYING);
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
        Command<Done> move =
                switch (placement.action()) {
                    case ADD_TO_HEAD -> GroupCommands.moveToHead(target, id);
                    case ADD_TO_TAIL -> GroupCommands.moveToTail(target, id);
                    case ADD_BEFORE, ADD_REPLACE -> NodeCommands.before(id, target);
                    case ADD_AFTER -> NodeCommands.after(id, target);
                };
        sender.send(move.message());
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
        leaving = true;
        sender.send(NodeCommands.free(id).message());
    }

    public final Reply<NodeInfo> query() {
        return sender.request(NodeCommands.query(id));
    }

    public final void trace() {
        sender.send(NodeCommands.trace(id).message());
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
            if (!asked().isDone()) { // an exception for each node that ends would be dear
                asked().completeExceptionally(new NotRunningException("node " + id + " has ended"));
            }
            ended.complete(Done.DONE);
        }
    }

    /** As the notebook prints it. */
    @Override
    public final String toString() {
        return "<" + snapshot() + ">";
    }
}
