package org.scaena.node;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Controls and what they are set to, in order.
 *
 * <p>Begun with {@link Controls}, for example {@code set("freq", 55).set("amp", 0.1)}. A control is
 * given by its name or by its index, from 0; of several values the first is for that control and
 * the others for those behind it.
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

    /** Controls by their names, in the order of the map. */
    public static ControlValues of(Map<String, ? extends Number> numbers) {
        ControlValues values = NONE;
        for (Map.Entry<String, ? extends Number> entry : numbers.entrySet()) {
            values = values.set(entry.getKey(), entry.getValue().doubleValue());
        }
        return values;
    }

    /** These, and a control set to a number. */
    public ControlValues set(String control, double value) {
        return and(control, new ControlValue.Constant((float) value));
    }

    /** These, and a control set to a number. */
    public ControlValues set(int control, double value) {
        return and(control, new ControlValue.Constant((float) value));
    }

    /** These, and a control set to several numbers. */
    public ControlValues set(String control, double first, double second, double... more) {
        return and(control, ControlValue.Array.of(Numbers.row(first, second, more)));
    }

    /** These, and a control set to several numbers. */
    public ControlValues set(int control, double first, double second, double... more) {
        return and(control, ControlValue.Array.of(Numbers.row(first, second, more)));
    }

    /** These, and a control set to a value of any kind. */
    public ControlValues set(String control, ControlValue value) {
        return and(control, value);
    }

    /** These, and a control set to a value of any kind. */
    public ControlValues set(int control, ControlValue value) {
        return and(control, value);
    }

    /** These, and a control read from a control bus. */
    public ControlValues mapToControlBus(String control, int bus) {
        return and(control, new ControlValue.ControlBusMap(bus));
    }

    /** These, and a control read from a control bus. */
    public ControlValues mapToControlBus(int control, int bus) {
        return and(control, new ControlValue.ControlBusMap(bus));
    }

    /** These, and as many controls as there are channels read from neighbouring control buses. */
    public ControlValues mapToControlBuses(String control, int firstBus, int channels) {
        return and(control, ControlValue.Array.ofControlBuses(firstBus, channels));
    }

    /** These, and a control read from an audio bus. */
    public ControlValues mapToAudioBus(String control, int bus) {
        return and(control, new ControlValue.AudioBusMap(bus));
    }

    /** These, and a control read from an audio bus. */
    public ControlValues mapToAudioBus(int control, int bus) {
        return and(control, new ControlValue.AudioBusMap(bus));
    }

    /** These, and as many controls as there are channels read from neighbouring audio buses. */
    public ControlValues mapToAudioBuses(String control, int firstBus, int channels) {
        return and(control, ControlValue.Array.ofAudioBuses(firstBus, channels));
    }

    private ControlValues and(Object control, ControlValue value) {
        Setting setting = new Setting(control, value);
        if (settings.isEmpty()) {
            return new ControlValues(List.of(setting));
        }
        List<Setting> longer = new ArrayList<>(settings.size() + 1);
        longer.addAll(settings);
        longer.add(setting);
        return new ControlValues(longer);
    }
}
