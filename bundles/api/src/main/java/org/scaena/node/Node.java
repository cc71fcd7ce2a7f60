package org.scaena.node;

import java.util.function.Consumer;
import org.scaena.command.CommandSender;
import org.scaena.command.Done;
import org.scaena.command.Reply;

/**
 * A synth or group on the server, to act on.
 *
 * <p>Commands are sent in the order of the calls and do not wait; a command for a node that has
 * ended is answered by the server with a failure, which the server's listeners hear. Safe for use
 * by several threads.
 */
public sealed interface Node permits Synth, Group {

    /** The node id. */
    int id();

    /** What is known about its life. */
    NodeState state();

    /** Where commands for it go. */
    CommandSender sender();

    /** Sets controls; of a group: of every synth inside. */
    void set(ControlValues controls);

    /** Pauses it, or lets it go on. Pausing what is paused sends nothing. */
    void run(boolean running);

    /** Moves it. */
    void moveTo(Placement placement);

    /** Ends it at once. */
    void free();

    /** Asks the server where it is. */
    Reply<NodeInfo> query();

    /** Completes once the server says that the node has ended. */
    Reply<Done> ended();

    /** Calls back on the server's event thread once the node has ended, or at once if it has. */
    default void onEnd(Consumer<? super Node> callback) {
        ended().thenRun(() -> callback.accept(this));
    }
}
