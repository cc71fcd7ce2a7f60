package org.scaena.catalogue;

import org.scaena.command.Command;
import org.scaena.command.Done;
import org.scaena.command.ReplyKey;
import org.scaena.command.ReplyValues;
import org.scaena.node.ControlValues;
import org.scaena.node.Placement;

/** Commands for synths. Source: Server Command Reference, "Synth Commands". */
public final class SynthCommands {

    /** The most values that one reply can bring over UDP. */
    public static final int MOST_VALUES = 13_000;

    private SynthCommands() {}

    /**
     * {@code /s_new}: makes a synth.
     *
     * @param defName its definition
     * @param id from 0, or −1 to let the server choose one that is never notified of
     * @param placement where
     * @param controls what is set before it starts
     */
    public static Command<Done> create(
            String defName, int id, Placement placement, ControlValues controls) {
        return Command.silent(
                creating("/s_new", defName, id, placement).controls(controls).message());
    }

    /** {@code /s_newargs}: as {@code /s_new}, with arrays told by their length. */
    public static Command<Done> createCounted(
            String defName, int id, Placement placement, ControlValues controls) {
        return Command.silent(
                creating("/s_newargs", defName, id, placement).countedControls(controls).message());
    }

    private static Arguments creating(String command, String defName, int id, Placement placement) {
        return Arguments.of(command)
                .text("the definition's name", defName)
                .newNode(id)
                .anything(placement.action().number())
                .node(placement.target());
    }

    /** {@code /s_get}: what a control is set to; 0 if the synth has none of that name. */
    public static Command<Float> get(int node, String control) {
        return reading(node, control);
    }

    /** {@code /s_get}: what the control of this index is set to; 0 if there is none. */
    public static Command<Float> get(int node, int control) {
        return reading(node, control);
    }

    private static Command<Float> reading(int node, Object control) {
        return Command.answered(
                Arguments.of("/s_get").node(node).control(control).message(),
                ReplyKey.of("/n_set", node, control),
                reply -> reply.floatAt(2));
    }

    /**
     * {@code /s_getn}: what a control and those behind it are set to.
     *
     * @param count 1…{@value #MOST_VALUES}; beyond the last control the values are 0
     */
    public static Command<float[]> getRange(int node, String control, int count) {
        return readingRange(node, control, count);
    }

    /** {@code /s_getn}, from the control of this index on. */
    public static Command<float[]> getRange(int node, int control, int count) {
        return readingRange(node, control, count);
    }

    private static Command<float[]> readingRange(int node, Object control, int count) {
        return Command.answered(
                Arguments.of("/s_getn")
                        .node(node)
                        .control(control)
                        .number("count", count, 1, MOST_VALUES)
                        .message(),
                ReplyKey.of("/n_setn", node, control, count),
                reply -> ReplyValues.range(reply, 3, count));
    }

    /** {@code /s_noid}: gives synths hidden ids, so that theirs are free again. */
    public static Command<Done> forgetIds(int... nodes) {
        return Command.silent(Arguments.of("/s_noid").nodes(nodes).message());
    }
}
