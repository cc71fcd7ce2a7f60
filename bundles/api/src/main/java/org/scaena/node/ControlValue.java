package org.scaena.node;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** What a control is set to. */
public sealed interface ControlValue {

    /** What one control is set to. */
    sealed interface Single extends ControlValue {}

    /**
     * A number.
     *
     * @param value float32, as the server takes it
     */
    record Constant(float value) implements Single {
        @Override
        public String toString() {
            return value == Math.rint(value) && Math.abs(value) < 1e7
                    ? Integer.toString((int) value)
                    : Float.toString(value);
        }
    }

    /**
     * Read from a control bus.
     *
     * @param bus its number, from 0
     */
    record ControlBusMap(int bus) implements Single {
        /** Checks the number, because scsynth takes a negative one for 0. */
        public ControlBusMap {
            requireBus(bus);
        }

        @Override
        public String toString() {
            return "c" + bus;
        }
    }

    /**
     * Read from an audio bus.
     *
     * @param bus its number, from 0
     */
    record AudioBusMap(int bus) implements Single {
        /** Checks the number, because scsynth takes a negative one for 0. */
        public AudioBusMap {
            requireBus(bus);
        }

        @Override
        public String toString() {
            return "a" + bus;
        }
    }

    /**
     * Values for a control and those behind it.
     *
     * @param values at least one
     */
    record Array(List<Single> values) implements ControlValue {
        /** Copies the values. */
        public Array {
            values = List.copyOf(values);
            if (values.isEmpty()) {
                throw new IllegalArgumentException("an array control needs at least one value");
            }
        }

        /** Numbers. */
        public static Array of(double... numbers) {
            return new Array(
                    Arrays.stream(numbers)
                            .<Single>mapToObj(number -> new Constant((float) number))
                            .toList());
        }

        /** Read from neighbouring control buses. */
        public static Array ofControlBuses(int first, int count) {
            return new Array(
                    IntStream.range(first, first + count)
                            .<Single>mapToObj(ControlBusMap::new)
                            .toList());
        }

        /** Read from neighbouring audio buses. */
        public static Array ofAudioBuses(int first, int count) {
            return new Array(
                    IntStream.range(first, first + count)
                            .<Single>mapToObj(AudioBusMap::new)
                            .toList());
        }

        @Override
        public String toString() {
            return values.toString();
        }
    }

    private static void requireBus(int bus) {
        if (bus < 0) {
            throw new IllegalArgumentException("a bus is numbered from 0, not " + bus);
        }
    }
}
