package org.scaena.node;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Controls and what they are set to, in order.
 *
 * <p>Begun with {@link Controls}, for example {@code set("freq", 55).set("amp", 0.1)}.
 *
 * @param settings an unmodifiable list
 */
public record ControlValues(List<Setting> settings) {

    /** No controls at all. */
    public static final ControlValues NONE = new ControlValues(List.of());

    /**
     * One control and its value.
     *
     * @param control a {@link String} (its name) or an {@link Integer} (its index, from 0)
     * @param value what it is set to
     */
    public record Setting(Object control, ControlValue value) {

        /** Checks that the control is a name or an index. */
        public Setting {
            boolean named = control instanceof String name && !name.isEmpty();
            boolean indexed = control instanceof Integer index && index >= 0;
            if (!named && !indexed) {
                throw new IllegalArgumentException(
                        "a control is a name or an index from 0, not '" + control + "'");
            }
        }
    }

    /** Copies the settings. */
    public ControlValues {
        settings = List.copyOf(settings);
    }

    /** These, and a control of this name set to a number. */
    public ControlValues set(String control, double value) {
        return and(control, new ControlValue.Constant((float) value));
    }

    /** These, and a control of this index set to a number. */
    public ControlValues set(int control, double value) {
        return and(control, new ControlValue.Constant((float) value));
    }

    /** These, and a control set to several numbers. */
    public ControlValues set(String control, double first, double second, double... more) {
        List<Float> values = new ArrayList<>(List.of((float) first, (float) second));
        Arrays.stream(more).forEach(value -> values.add((float) value));
        return and(control, new ControlValue.Array(values));
    }

    /** These, and a control read from a control bus. */
    public ControlValues mapToControlBus(String control, int bus) {
        return and(control, new ControlValue.ControlBusMap(bus));
    }

    /** These, and a control read from an audio bus. */
    public ControlValues mapToAudioBus(String control, int bus) {
        return and(control, new ControlValue.AudioBusMap(bus));
    }

    private ControlValues and(Object control, ControlValue value) {
        List<Setting> longer = new ArrayList<>(settings);
        longer.add(new Setting(control, value));
        return new ControlValues(longer);
    }
}
