package org.scaena.console.internal;

import org.scaena.node.ControlValues;

/** Reads controls and their values from the words of a command. */
final class ControlWords {

    private ControlWords() {}

    /**
     * Pairs of a control and its value: a number, or {@code c3} or {@code a3} for what a control or
     * audio bus carries.
     *
     * @throws IllegalArgumentException that names the word that is wrong
     */
    static ControlValues values(String... words) {
        if (words.length % 2 != 0) {
            throw new IllegalArgumentException(
                    "each control needs a value: '" + words[words.length - 1] + "' has none");
        }
        ControlValues values = ControlValues.NONE;
        for (int i = 0; i < words.length; i += 2) {
            values = with(values, words[i], words[i + 1]);
        }
        return values;
    }

    private static ControlValues with(ControlValues values, String control, String value) {
        if (value.matches("[ac]\\d{1,9}")) {
            int bus = Integer.parseInt(value.substring(1));
            return value.charAt(0) == 'c'
                    ? values.mapToControlBus(control, bus)
                    : values.mapToAudioBus(control, bus);
        }
        return values.set(control, number(control, value));
    }

    private static double number(String control, String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException noNumber) {
            throw new IllegalArgumentException(
                    "the value of %s must be a number or a bus like c3, not '%s'"
                            .formatted(control, text),
                    noNumber);
        }
    }
}
