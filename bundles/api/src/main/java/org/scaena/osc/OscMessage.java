package org.scaena.osc;

import java.util.List;

/**
 * An address and its arguments.
 *
 * <p>Arguments are {@link Integer}, {@link Float}, {@link String}, {@link OscBlob}, {@link Long},
 * {@link Double}, {@link OscTimeTag}, {@link OscSymbol}, {@link Character}, {@link Boolean}, {@link
 * OscConstant}, an {@link OscPacket} (sent as a blob: a completion message), or a {@link List} of
 * these (an OSC array). scsynth reads control values as int32 or float32 only: give it floats, not
 * doubles.
 *
 * @param address for scsynth a command name such as {@code /s_new}; never empty
 * @param arguments an unmodifiable list in wire order
 */
public record OscMessage(String address, List<Object> arguments) implements OscPacket {

    /**
     * Checks the address and the type of each argument.
     *
     * @throws IllegalArgumentException if the address is empty or an argument has no OSC type
     */
    public OscMessage {
        if (address.isEmpty()) {
            throw new IllegalArgumentException("an OSC message needs an address");
        }
        arguments = OscArguments.checked(address, arguments);
    }

    /** Makes a message from its arguments in order. */
    public static OscMessage of(String address, Object... arguments) {
        return new OscMessage(address, List.of(arguments));
    }

    /** The number of arguments. */
    public int size() {
        return arguments.size();
    }

    /**
     * The argument at an index as an int; floating values are cut towards zero.
     *
     * @throws OscArgumentException if there is none, or it is no number
     */
    public int intAt(int index) {
        return OscArguments.number(this, index).intValue();
    }

    /**
     * The argument at an index as a float.
     *
     * @throws OscArgumentException if there is none, or it is no number
     */
    public float floatAt(int index) {
        return OscArguments.number(this, index).floatValue();
    }

    /**
     * The argument at an index as a double.
     *
     * @throws OscArgumentException if there is none, or it is no number
     */
    public double doubleAt(int index) {
        return OscArguments.number(this, index).doubleValue();
    }

    /**
     * The argument at an index as text; symbols count as text.
     *
     * @throws OscArgumentException if there is none, or it is no text
     */
    public String stringAt(int index) {
        return OscArguments.text(this, index);
    }
}
