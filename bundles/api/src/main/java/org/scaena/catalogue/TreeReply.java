package org.scaena.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.scaena.command.ServerException;
import org.scaena.node.ControlReading;
import org.scaena.node.ControlValue;
import org.scaena.node.GroupSnapshot;
import org.scaena.node.NodeSnapshot;
import org.scaena.node.NodeState;
import org.scaena.node.SynthSnapshot;
import org.scaena.osc.OscMessage;

/**
 * Reads {@code /g_queryTree.reply}.
 *
 * <p>A flag that says whether controls are told; then, depth first, for a group its id, the number
 * of its children and these, for a synth its id, −1, its definition and, if the flag is 1, the
 * number of controls and their names and values. Source: Server Command Reference.
 */
public final class TreeReply {

    private static final int SYNTH = -1;

    /** More than anybody nests by intent, and few enough for any thread's stack. */
    private static final int MOST_LEVELS = 1000;

    private final OscMessage message;
    private final IntFunction<NodeState> states;
    private final boolean controls;
    private int at;

    private TreeReply(OscMessage message, IntFunction<NodeState> states) {
        this.message = message;
        this.states = states;
        this.controls = message.intAt(at++) != 0;
    }

    /**
     * The group that a reply tells of.
     *
     * @param states what is known of a node's life, which the reply does not tell
     * @throws RuntimeException if the reply is not as it should be
     */
    public static GroupSnapshot read(OscMessage message, IntFunction<NodeState> states) {
        TreeReply reply = new TreeReply(message, states);
        if (reply.node(0) instanceof GroupSnapshot group) {
            return group;
        }
        throw new ServerException(
                "%s tells of a synth, not of a group".formatted(message.address()));
    }

    private NodeSnapshot node(int level) {
        int id = message.intAt(at++);
        int children = message.intAt(at++);
        if (children == SYNTH) {
            String defName = message.stringAt(at++);
            return new SynthSnapshot(id, states.apply(id), Optional.of(defName), controls());
        }
        if (level > MOST_LEVELS) {
            throw new ServerException(
                    "%s nests groups deeper than %d levels"
                            .formatted(message.address(), MOST_LEVELS));
        }
        List<NodeSnapshot> inside = new ArrayList<>();
        for (int child = 0; child < children; child++) {
            inside.add(node(level + 1));
        }
        return new GroupSnapshot(id, states.apply(id), inside);
    }

    private List<ControlReading> controls() {
        List<ControlReading> readings = new ArrayList<>();
        for (int left = controls ? message.intAt(at++) : 0; left > 0; left--) {
            readings.add(new ControlReading(name(), value()));
        }
        return readings;
    }

    private String name() {
        int index = at++;
        return isNumber(index) ? Integer.toString(message.intAt(index)) : message.stringAt(index);
    }

    private ControlValue value() {
        int index = at++;
        return isNumber(index)
                ? new ControlValue.Constant(message.floatAt(index))
                : map(message.stringAt(index));
    }

    private boolean isNumber(int index) {
        return index < message.size() && message.arguments().get(index) instanceof Number;
    }

    private ControlValue map(String text) {
        if (text.matches("[ca]\\d{1,9}")) {
            int bus = Integer.parseInt(text.substring(1));
            return text.charAt(0) == 'a'
                    ? new ControlValue.AudioBusMap(bus)
                    : new ControlValue.ControlBusMap(bus);
        }
        throw new ServerException(
                "%s maps a control to '%s', which is no bus such as c0 or a0"
                        .formatted(message.address(), text));
    }
}
