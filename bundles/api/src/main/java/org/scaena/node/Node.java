package org.scaena.node;

import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;
import org.scaena.command.CommandSender;
import org.scaena.command.Done;
import org.scaena.command.Reply;

/**
 * A synth or group on the server, to act on.
 *
 * <p>Commands are sent in the order of the calls and do not wait; a command for a node that has
 * ended is answered by the server with a failure, which the server's listeners hear. Printed with
 * the mark of its state, for example {@code <Group(67108865) ~ {} children=[]>}. Safe for use by
 * several threads.
 */
public sealed interface Node permits Synth, Group {

    /** The node id. */
    int id();

    /** What is known about its life. */
    NodeState state();

    /** What is known of it now, without asking. */
    NodeSnapshot snapshot();

    /** Where commands for it go. */
    CommandSender sender();

    /** Sets and maps controls; of a group: of every synth inside. Setting ends a mapping. */
    void set(ControlValues controls);

    /** Sets a control. */
    default void set(String control, double value) {
        set(ControlValues.NONE.set(control, value));
    }

    /** Sets the control of an index, from 0. */
    default void set(int control, double value) {
        set(ControlValues.NONE.set(control, value));
    }

    /** Sets a control and those behind it. */
    default void set(String control, double first, double second, double... more) {
        set(ControlValues.NONE.set(control, first, second, more));
    }

    /** Sets the control of an index, from 0, and those behind it. */
    default void set(int control, double first, double second, double... more) {
        set(ControlValues.NONE.set(control, first, second, more));
    }

    /** Sets controls by their names, in the order of the map. */
    default void set(Map<String, ? extends Number> controls) {
        set(ControlValues.of(controls));
    }

    /**
     * Sets a control and those behind it to one number.
     *
     * @param count how many, at least 1
     */
    default void fill(String control, int count, double value) {
        set(ControlValues.NONE.set(control, ControlValue.Array.of(Numbers.same(count, value))));
    }

    /**
     * Sets the control of an index, from 0, and those behind it to one number.
     *
     * @param count how many, at least 1
     */
    default void fill(int control, int count, double value) {
        set(ControlValues.NONE.set(control, ControlValue.Array.of(Numbers.same(count, value))));
    }

    /** Lets a control read a control bus. */
    default void mapToControlBus(String control, int bus) {
        set(ControlValues.NONE.mapToControlBus(control, bus));
    }

    /** Lets a control read an audio bus. */
    default void mapToAudioBus(String control, int bus) {
        set(ControlValues.NONE.mapToAudioBus(control, bus));
    }

    /** Lets a control keep the value that it has, whatever bus it was mapped to. */
    void unmap(String control);

    /** Pauses it, or lets it go on. Pausing what is paused sends nothing. */
    void run(boolean running);

    /**
     * Moves it.
     *
     * @throws IllegalArgumentException if it would come to be in place of another, next to itself,
     *     or inside itself, as far as the tree is known
     */
    void moveTo(Placement placement);

    /** Moves it to the head of a group. */
    default void moveToHead(Group group) {
        moveTo(Placement.addToHead(group));
    }

    /** Moves it to the tail of a group. */
    default void moveToTail(Group group) {
        moveTo(Placement.addToTail(group));
    }

    /** Moves it just before another node. */
    default void moveBefore(Node node) {
        moveTo(Placement.addBefore(node));
    }

    /** Moves it just after another node. */
    default void moveAfter(Node node) {
        moveTo(Placement.addAfter(node));
    }

    /** Ends it at once. */
    void free();

    /** Asks the server where it is. */
    Reply<NodeInfo> query();

    /** Lets the server print what it computes in its next block. */
    void trace();

    /** Completes once the node has ended. */
    Reply<Done> ended();

    /**
     * Blocks until the node has ended.
     *
     * @throws org.scaena.command.ReplyTimeoutException if it lives longer
     */
    default void await(Duration deadline) {
        ended().await(deadline);
    }

    /** Calls back on the server's event thread once the node has ended, or at once if it has. */
    default void onFree(Consumer<? super Node> callback) {
        ended().thenRun(() -> callback.accept(this));
    }
}
