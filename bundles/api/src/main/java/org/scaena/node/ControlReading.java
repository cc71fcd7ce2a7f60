package org.scaena.node;

/**
 * A control as the server reports it.
 *
 * @param name its name; for all but the first of an array its index as text
 * @param value its number, or the bus it is mapped to
 */
public record ControlReading(String name, ControlValue value) {

    /** Whether it is told by its index instead of a name, being behind the first of an array. */
    boolean isNamedByIndex(int index) {
        return name.equals(Integer.toString(index));
    }
}
