package org.scaena.catalogue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.scaena.command.ServerException;
import org.scaena.node.ControlReading;
import org.scaena.node.ControlValue;
import org.scaena.node.GroupBuilder;
import org.scaena.node.GroupSnapshot;
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

    private final OscMessage message;
    private final IntFunction<NodeState> states;
    private final boolean controls;
    private final GroupBuilder tree = new GroupBuilder();

    /** How many nodes are still to come of each open group, the innermost first. */
    private final Deque<Integer> unread = new ArrayDeque<>();

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
        return new TreeReply(message, states).group();
    }

    private GroupSnapshot group() {
        int root = message.intAt(at++);
        open(root, message.intAt(at++));
        while (!unread.isEmpty()) {
            int left = unread.pop();
            if (left == 0) {
                tree.close();
            } else {
                unread.push(left - 1);
                node();
            }
        }
        return tree.whole();
    }

    private void node() {
        int id = message.intAt(at++);
        int children = message.intAt(at++);
        if (children == SYNTH) {
            Optional<String> defName = Optional.of(message.stringAt(at++));
            tree.add(new SynthSnapshot(id, states.apply(id), defName, controls()));
        } else {
            open(id, children);
        }
    }

    private void open(int group, int children) {
        if (children < 0) {
            throw new ServerException(
                    "%s tells of %d nodes in group %d"
                            .formatted(message.address(), children, group));
        }
        tree.open(group, states.apply(group));
        unread.push(children);
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
