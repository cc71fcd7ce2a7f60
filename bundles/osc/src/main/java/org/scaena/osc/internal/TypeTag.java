package org.scaena.osc.internal;

import java.util.List;
import org.scaena.osc.OscBlob;
import org.scaena.osc.OscConstant;
import org.scaena.osc.OscPacket;
import org.scaena.osc.OscSymbol;
import org.scaena.osc.OscTimeTag;

/** The letters of the type tag string. */
final class TypeTag {

    static final char INT = 'i';
    static final char FLOAT = 'f';
    static final char STRING = 's';
    static final char BLOB = 'b';
    static final char DOUBLE = 'd';
    static final char LONG = 'h';
    static final char TIME = 't';
    static final char SYMBOL = 'S';
    static final char CHAR = 'c';
    static final char TRUE = 'T';
    static final char FALSE = 'F';
    static final char NIL = 'N';
    static final char IMPULSE = 'I';
    static final char ARRAY = '[';
    static final char ARRAY_END = ']';

    private TypeTag() {}

    /**
     * The letter of an argument; for an array its opening bracket. The frequent ones come first.
     */
    static char of(Object argument) {
        if (argument instanceof Integer) {
            return INT;
        } else if (argument instanceof Float) {
            return FLOAT;
        } else if (argument instanceof String) {
            return STRING;
        } else if (argument instanceof OscBlob || argument instanceof OscPacket) {
            return BLOB;
        } else if (argument instanceof Double) {
            return DOUBLE;
        } else if (argument instanceof Long) {
            return LONG;
        } else if (argument instanceof OscTimeTag) {
            return TIME;
        } else if (argument instanceof OscSymbol) {
            return SYMBOL;
        } else if (argument instanceof Character) {
            return CHAR;
        } else if (argument instanceof Boolean truth) {
            return truth ? TRUE : FALSE;
        } else if (argument instanceof OscConstant constant) {
            return constant == OscConstant.NIL ? NIL : IMPULSE;
        } else if (argument instanceof List) {
            return ARRAY;
        }
        throw new IllegalArgumentException(argument.getClass().getName() + " has no OSC type");
    }
}
