package org.scaena.nodetree.internal;

import java.util.ArrayList;
import java.util.List;
import org.scaena.node.ControlReading;
import org.scaena.node.ControlValue;
import org.scaena.node.ControlValues;

/** What controls were set to, as far as it can be known without asking. */
final class SetControls {

    private static final int UNKNOWN = -1;

    private final List<ControlReading> readings;

    private SetControls(List<ControlReading> readings) {
        this.readings = new ArrayList<>(readings);
    }

    /**
     * The controls that were given to a new synth. Of an array its first value: the names of the
     * others only the server knows.
     */
    static List<ControlReading> of(ControlValues controls) {
        SetControls set = new SetControls(List.of());
        controls.settings().forEach(set::setIncomplete);
        return List.copyOf(set.readings);
    }

    /** Notes controls of a synth, or of all synths in a group, that are being set. */
    static void in(MirrorNode outer, ControlValues controls) {
        for (MirrorNode node = outer; node != null; node = node.following(outer)) {
            if (!node.group) {
                SetControls set = new SetControls(node.controls);
                controls.settings().forEach(node.complete ? set::setComplete : set::setIncomplete);
                node.controls = List.copyOf(set.readings);
            }
        }
    }

    /** All controls are known: what is not among them does not exist. */
    private void setComplete(ControlValues.Setting setting) {
        int first =
                setting.control() instanceof Integer index
                        ? index
                        : indexOf(setting.control().toString());
        List<ControlValue.Single> values = values(setting.value());
        for (int offset = 0; first >= 0 && offset < values.size(); offset++) {
            if (first + offset < readings.size()) {
                put(first + offset, values.get(offset));
            }
        }
    }

    private void setIncomplete(ControlValues.Setting setting) {
        String name = setting.control().toString();
        ControlValue.Single value = values(setting.value()).get(0);
        int index = indexOf(name);
        if (index == UNKNOWN) {
            readings.add(new ControlReading(name, value));
        } else {
            put(index, value);
        }
    }

    private void put(int index, ControlValue.Single value) {
        readings.set(index, new ControlReading(readings.get(index).name(), value));
    }

    private int indexOf(String name) {
        for (int index = 0; index < readings.size(); index++) {
            if (readings.get(index).name().equals(name)) {
                return index;
            }
        }
        return UNKNOWN;
    }

    private static List<ControlValue.Single> values(ControlValue value) {
        return value instanceof ControlValue.Array array
                ? array.values()
                : List.of((ControlValue.Single) value);
    }
}
