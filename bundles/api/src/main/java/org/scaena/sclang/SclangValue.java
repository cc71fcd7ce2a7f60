package org.scaena.sclang;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.scaena.osc.OscBlob;

/** A value of the language; printed as it would be typed there. */
public sealed interface SclangValue {

    /** {@code nil}. */
    record Nil() implements SclangValue {
        @Override
        public String toString() {
            return "nil";
        }
    }

    /** {@code true} or {@code false}. */
    record Bool(boolean value) implements SclangValue {
        @Override
        public String toString() {
            return Boolean.toString(value);
        }
    }

    /** An Integer, 32 bits. */
    record Int(int value) implements SclangValue {
        @Override
        public String toString() {
            return Integer.toString(value);
        }
    }

    /** A Float, 64 bits. */
    record Real(double value) implements SclangValue {
        @Override
        public String toString() {
            if (Double.isNaN(value)) {
                return "(0 / 0)";
            }
            return Double.isInfinite(value)
                    ? value > 0 ? "inf" : "-inf"
                    : Double.toString(value).replace("E", "e");
        }
    }

    /** A String. */
    record Text(String value) implements SclangValue {
        @Override
        public String toString() {
            return Literals.text(value);
        }
    }

    /** A Symbol. */
    record Symbol(String name) implements SclangValue {
        @Override
        public String toString() {
            return Literals.symbol(name);
        }
    }

    /** An Int8Array: bytes, such as those of a compiled definition. */
    record Bytes(OscBlob bytes) implements SclangValue {
        @Override
        public String toString() {
            StringJoiner numbers = new StringJoiner(", ", "Int8Array[", "]");
            for (byte each : bytes.toByteArray()) {
                numbers.add(Byte.toString(each));
            }
            return numbers.toString();
        }
    }

    /** An Array, List or other row of values. */
    record Row(List<SclangValue> values) implements SclangValue {
        /** Copies the values. */
        public Row {
            values = List.copyOf(values);
        }

        @Override
        public String toString() {
            return values.toString();
        }
    }

    /** A Dictionary or Event. */
    record Mapping(Map<SclangValue, SclangValue> entries) implements SclangValue {
        /** Copies the entries. */
        public Mapping {
            entries = Map.copyOf(entries);
        }

        @Override
        public String toString() {
            return entries.entrySet().stream()
                    .map(entry -> entry.getKey() + " -> " + entry.getValue())
                    .collect(Collectors.joining(", ", "Dictionary[", "]"));
        }
    }

    /**
     * An object of any other class.
     *
     * @param className its class
     * @param text as the language prints it
     */
    record Other(String className, String text) implements SclangValue {
        @Override
        public String toString() {
            return text;
        }
    }

    /** An Integer. */
    static SclangValue of(int value) {
        return new Int(value);
    }

    /** A Float. */
    static SclangValue of(double value) {
        return new Real(value);
    }

    /** A Boolean. */
    static SclangValue of(boolean value) {
        return new Bool(value);
    }

    /** A String. */
    static SclangValue of(String value) {
        return new Text(value);
    }

    /** An Array. */
    static SclangValue of(SclangValue... values) {
        return new Row(Arrays.asList(values));
    }
}
