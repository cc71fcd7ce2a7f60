package org.scaena.osc;

import java.util.List;

/** Checks and reads the arguments of a message. */
final class OscArguments {

    private static final int MAX_ARRAY_DEPTH = 8;

    private OscArguments() {}

    static List<Object> checked(String address, List<Object> arguments) {
        List<Object> copy = List.copyOf(arguments);
        check(address, copy, 0);
        return copy;
    }

    private static void check(String address, List<?> arguments, int depth) {
        if (depth > MAX_ARRAY_DEPTH) {
            throw new IllegalArgumentException(
                    address + ": arrays nest deeper than " + MAX_ARRAY_DEPTH);
        }
        // by index: an iterator is garbage
        for (int i = 0; i < arguments.size(); i++) {
            Object argument = arguments.get(i);
            if (hasOscType(argument)) {
                continue; // most: to ask a number whether it is a list takes far longer
            }
            if (argument instanceof List<?> array) {
                check(address, array, depth + 1);
            } else {
                throw new IllegalArgumentException(
                        address + ": " + argument.getClass().getName() + " has no OSC type");
            }
        }
    }

    private static boolean hasOscType(Object argument) {
        return argument instanceof Integer
                || argument instanceof Float
                || argument instanceof String
                || argument instanceof OscBlob
                || argument instanceof OscPacket
                || argument instanceof Double
                || argument instanceof Long
                || argument instanceof OscTimeTag
                || argument instanceof OscSymbol
                || argument instanceof Character
                || argument instanceof Boolean
                || argument instanceof OscConstant;
    }

    static Number number(OscMessage message, int index) {
        if (at(message, index) instanceof Number number) {
            return number;
        }
        throw new OscArgumentException(message, index, "a number");
    }

    static String text(OscMessage message, int index) {
        Object argument = at(message, index);
        if (argument instanceof String text) {
            return text;
        }
        if (argument instanceof OscSymbol symbol) {
            return symbol.name();
        }
        throw new OscArgumentException(message, index, "text");
    }

    private static Object at(OscMessage message, int index) {
        if (index < 0 || index >= message.size()) {
            throw new OscArgumentException(message, index, "present");
        }
        return message.arguments().get(index);
    }
}
