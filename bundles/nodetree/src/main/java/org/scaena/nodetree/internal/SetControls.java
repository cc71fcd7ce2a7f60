package org.scaena.nodetree.internal;

import java.util.ArrayList;
import java.util.List;
import org.scaena.node.ControlReading;
import org.scaena.node.ControlValue;
import org.scaena.node.ControlValues;

/**
 * What controls were set to, as far as it can be known without asking. Noting a number allocates
 * its reading and nothing else, as this is done for each message that sets one.
 */
final class SetControls {

    private static final int UNKNOWN = -1;

    private SetControls() {}

    /**
     * The controls that were given to a new synth. Of an array its first value: the names of the
     * others only the server knows.
     */
    static List<ControlReading> of(ControlValues controls) {
        List<ControlReading> readings = new ArrayList<>();
        note(controls, false, readings);
        return List.copyOf(readings);
    }

    /** Notes controls of a synth, or of all synths in a group, that are being set. */
    static void in(MirrorNode outer, ControlValues controls) {
        for (MirrorNode node = outer; node != null; node = node.following(outer)) {
            if (!node.group) {
                note(controls, node.complete, node.changeableControls());
            }
        }
    }

    /** Notes one control of a synth, or of all synths in a group, that is being set. */
    static void in(MirrorNode outer, Object control, float number) {
        ControlValue value = new ControlValue.Constant(number);
        for (MirrorNode node = outer; node != null; node = node.following(outer)) {
            if (!node.group) {
                note(control, value, node.complete, node.changeableControls());
            }
        }
    }

    private static void note(
            ControlValues controls, boolean complete, List<ControlReading> readings) {
        List<ControlValues.Setting> settings = controls.settings();
        for (int i = 0; i < settings.size(); i++) {
            note(settings.get(i).control(), settings.get(i).value(), complete, readings);
        }
    }

    private static void note(
            Object control, ControlValue value, boolean complete, List<ControlReading> readings) {
        if (complete) {
            setComplete(control, value, readings);
        } else {
            setIncomplete(control.toString(), value(value, 0), readings);
        }
    }

    /** All controls are known: what is not among them does not exist. */
    private static void setComplete(
            Object control, ControlValue value, List<ControlReading> readings) {
        int first =
                control instanceof Integer index ? index : indexOf(control.toString(), readings);
        if (first == UNKNOWN) {
            return;
        }
        int count = value instanceof ControlValue.Array array ? array.values().size() : 1;
        for (int i = 0; i < count && first + i < readings.size(); i++) {
            put(first + i, value(value, i), readings);
        }
    }

    private static void setIncomplete(
            String name, ControlValue.Single value, List<ControlReading> readings) {
        int index = indexOf(name, readings);
        if (index == UNKNOWN) {
            readings.add(new ControlReading(name, value));
        } else {
            put(index, value, readings);
        }
    }

    private static void put(int index, ControlValue.Single value, List<ControlReading> readings) {
        readings.set(index, new ControlReading(readings.get(index).name(), value));
    }

    private static int indexOf(String name, List<ControlReading> readings) {
        for (int index = 0; index < readings.size(); index++) {
            if (readings.get(index).name().equals(name)) {
                return index;
            }
        }
        return UNKNOWN;
    }

    private static ControlValue.Single value(ControlValue value, int index) {
        return value instanceof ControlValue.Array array
                ? array.values().get(index)
                : (ControlValue.Single) value;
    }
}
