package org.scaena.catalogue;

import java.util.List;
import org.scaena.command.Command;
import org.scaena.command.Done;
import org.scaena.command.ReplyKey;
import org.scaena.node.AddAction;
import org.scaena.node.ControlValues;
import org.scaena.node.NodeInfo;
import org.scaena.node.Placement;
import org.scaena.osc.OscMessage;

/**
 * Commands for synths and groups; what is done to the controls of a group is done to all synths in
 * it. Source: Server Command Reference, "Node Commands".
 */
public final class NodeCommands {

    /** The most values that are sure to fit in one datagram. */
    public static final int MOST_VALUES = 13_000;

    private static final int UNMAPPED = -1;

    private NodeCommands() {}

    /** {@code /n_free}: ends nodes; the first that is not there ends the command. */
    public static Command<Done> free(int... nodes) {
        return Command.silent(Arguments.of("/n_free").nodes(nodes).message());
    }

    /** {@code /n_run … 0}: pauses nodes. */
    public static Command<Done> pause(int... nodes) {
        return running(0, nodes);
    }

    /** {@code /n_run … 1}: lets nodes run on. */
    public static Command<Done> resume(int... nodes) {
        return running(1, nodes);
    }

    private static Command<Done> running(int flag, int... nodes) {
        Arguments arguments = Arguments.of("/n_run");
        if (nodes.length == 0) {
            throw arguments.refused("the number of nodes", "at least 1", 0);
        }
        for (int node : nodes) {
            arguments.node(node).anything(flag);
        }
        return Command.silent(arguments.message());
    }

    /** {@code /n_set}: sets controls, or maps them to buses. */
    public static Command<Done> set(int node, ControlValues controls) {
        return Command.silent(Arguments.of("/n_set").node(node).controls(controls).message());
    }

    /** {@code /n_set} of one number. */
    public static Command<Done> set(int node, String control, float value) {
        return Command.silent(setting(node, control, value));
    }

    /** {@code /n_set} of one number, for the control of this index. */
    public static Command<Done> set(int node, int control, float value) {
        return Command.silent(setting(node, control, value));
    }

    /** The most frequent of all messages is made without detours. */
    private static OscMessage setting(int node, Object control, float value) {
        return new OscMessage("/n_set", List.of(node, Arguments.checked("/n_set", control), value));
    }

    /**
     * {@code /n_setn}: sets a control and those behind it.
     *
     * @param values 1…{@value #MOST_VALUES}
     */
    public static Command<Done> setRange(int node, String control, float... values) {
        return settingRange(node, control, values);
    }

    /** {@code /n_setn}, from the control of this index on. */
    public static Command<Done> setRange(int node, int control, float... values) {
        return settingRange(node, control, values);
    }

    private static Command<Done> settingRange(int node, Object control, float... values) {
        return Command.silent(
                Arguments.of("/n_setn")
                        .node(node)
                        .control(control)
                        .anything(values.length)
                        .values(MOST_VALUES, values)
                        .message());
    }

    /**
     * {@code /n_fill}: sets a control and those behind it to one value.
     *
     * <p>scsynth 3.13 reads one value too many and sets 0 instead: {@link #setRange} does not.
     */
    public static Command<Done> fill(int node, String control, int count, float value) {
        return filling(node, control, count, value);
    }

    /** {@code /n_fill}, from the control of this index on; see there. */
    public static Command<Done> fill(int node, int control, int count, float value) {
        return filling(node, control, count, value);
    }

    private static Command<Done> filling(int node, Object control, int count, float value) {
        return Command.silent(
                Arguments.of("/n_fill")
                        .node(node)
                        .control(control)
                        .atLeast(1, "count", count)
                        .value(value)
                        .message());
    }

    /** {@code /n_map}: lets a control be read from a control bus. */
    public static Command<Done> map(int node, String control, int bus) {
        return mapping("/n_map", node, control, bus);
    }

    /** {@code /n_map} for the control of this index. */
    public static Command<Done> map(int node, int control, int bus) {
        return mapping("/n_map", node, control, bus);
    }

    /** {@code /n_mapa}: lets a control be read from an audio bus. */
    public static Command<Done> mapAudio(int node, String control, int bus) {
        return mapping("/n_mapa", node, control, bus);
    }

    /** {@code /n_mapa} for the control of this index. */
    public static Command<Done> mapAudio(int node, int control, int bus) {
        return mapping("/n_mapa", node, control, bus);
    }

    private static Command<Done> mapping(String command, int node, Object control, int bus) {
        return Command.silent(
                Arguments.of(command).node(node).control(control).atLeast(0, "bus", bus).message());
    }

    /** {@code /n_map … -1}: lets a control keep the value that it has now. */
    public static Command<Done> unmap(int node, String control) {
        return unmapping(node, control);
    }

    /** {@code /n_map … -1} for the control of this index. */
    public static Command<Done> unmap(int node, int control) {
        return unmapping(node, control);
    }

    private static Command<Done> unmapping(int node, Object control) {
        return Command.silent(
                Arguments.of("/n_map").node(node).control(control).anything(UNMAPPED).message());
    }

    /** {@code /n_mapn}: lets controls in a row be read from control buses in a row. */
    public static Command<Done> mapRange(int node, String control, int bus, int count) {
        return mappingRange("/n_mapn", node, control, bus, count);
    }

    /** {@code /n_mapn}, from the control of this index on. */
    public static Command<Done> mapRange(int node, int control, int bus, int count) {
        return mappingRange("/n_mapn", node, control, bus, count);
    }

    /** {@code /n_mapan}: lets controls in a row be read from audio buses in a row. */
    public static Command<Done> mapAudioRange(int node, String control, int bus, int count) {
        return mappingRange("/n_mapan", node, control, bus, count);
    }

    /** {@code /n_mapan}, from the control of this index on. */
    public static Command<Done> mapAudioRange(int node, int control, int bus, int count) {
        return mappingRange("/n_mapan", node, control, bus, count);
    }

    private static Command<Done> mappingRange(
            String command, int node, Object control, int bus, int count) {
        return Command.silent(
                Arguments.of(command)
                        .node(node)
                        .control(control)
                        .atLeast(0, "bus", bus)
                        .atLeast(1, "count", count)
                        .message());
    }

    /** {@code /n_before}: moves a node just before another. */
    public static Command<Done> before(int node, int target) {
        return moving("/n_before", node, target);
    }

    /** {@code /n_after}: moves a node just after another. */
    public static Command<Done> after(int node, int target) {
        return moving("/n_after", node, target);
    }

    private static Command<Done> moving(String command, int node, int target) {
        Arguments arguments = Arguments.of(command);
        if (node == target) {
            throw arguments.refused("target", "another node than the one that is moved", target);
        }
        return Command.silent(arguments.node(node).node(target).message());
    }

    /**
     * {@code /n_order}: moves nodes, in their order, to one place.
     *
     * @param placement where, but for {@link AddAction#ADD_REPLACE}
     */
    public static Command<Done> order(Placement placement, int... nodes) {
        return Command.silent(
                Arguments.of("/n_order")
                        .number("add action", placement.action().number(), 0, 3)
                        .node(placement.target())
                        .nodes(nodes)
                        .message());
    }

    /** {@code /n_query}: where a node is; answered only to clients that are logged in. */
    public static Command<NodeInfo> query(int node) {
        return Command.answered(
                OscMessage.of("/n_query", node), ReplyKey.of("/n_info", node), NodeInfo::of);
    }

    /** {@code /n_trace}: prints the values of a synth's units, or of all synths in a group. */
    public static Command<Done> trace(int... nodes) {
        return Command.silent(Arguments.of("/n_trace").nodes(nodes).message());
    }
}
