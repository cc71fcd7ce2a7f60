package org.scaena.node;

import java.util.List;

/** What a control is set to. */
public sealed interface ControlValue {

    /**
     * A number.
     *
     * @param value float32, as the server takes it
     */
    record Constant(float value) implements ControlValue {
        @Override
        public String toString() {
            return value == Math.rint(value) && Math.abs(value) < 1e7
                    ? Integer.toString((int) value)
                    : Float.toString(value);
        }
    }

    /**
     * Numbers for a control and those behind it.
     *
     * @param values at least one
     */
    record Array(List<Float> values) implements ControlValue {
        /** Copies the numbers. */
        public Array {
            values = List.copyOf(values);
            if (values.isEmpty()) {
                throw new IllegalArgumentException("an array control needs at least one value");
            }
        }
    }

    /**
     * Read from a control bus.
     *
     * @param bus its number
     */
    record ControlBusMap(int bus) implements ControlValue {
        @Override
        public String toString() {
            return "c" + bus;
        }
    }

    /**
     * Read from an audio bus.
     *
     * @param bus its number
     */
    record AudioBusMap(int bus) implements ControlValue {
        @Override
        public String toString() {
            return "a" + bus;
        }
    }
}
