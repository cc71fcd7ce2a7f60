package org.scaena.osc.conformance;

import java.util.List;
import org.scaena.osc.OscFormatException.Reason;

/**
 * Bytes that are no packet, and why.
 *
 * @param notation as {@link Bytes#of} reads it
 */
public record Malformed(Reason reason, String notation) {

    private static final String TABLE =
            """
            EMPTY        |
            UNALIGNED    | '/sync'
            UNALIGNED    | '/a' 0000 ',i' 0000 000000
            TRUNCATED    | '/a' 0000 ',i' 0000
            TRUNCATED    | '/a' 0000 ',h' 0000 00000000
            TRUNCATED    | '/a' 0000 ',s' 0000
            TRUNCATED    | '#bundle' 00
            TRUNCATED    | '#bundle' 00 00000000
            UNTERMINATED | '/abc'
            UNTERMINATED | '/a' 0000 ',iii'
            UNTERMINATED | '/a' 0000 ',s' 0000 'text'
            BAD_MESSAGE  | 00000000
            BAD_MESSAGE  | 0000000d ',i' 0000 00000001
            BAD_MESSAGE  | '/sync' 000000 00000007
            UNKNOWN_TYPE | '/a' 0000 ',q' 0000
            UNKNOWN_TYPE | '/a' 0000 2c66ff00 00000000
            BAD_LENGTH   | '/a' 0000 ',b' 0000 ffffffff
            BAD_LENGTH   | '/a' 0000 ',b' 0000 00000005 01020304
            BAD_LENGTH   | '/a' 0000 ',b' 0000 7fffffff 01020304
            BAD_LENGTH   | '#bundle' 00 0000000000000001 00000000
            BAD_LENGTH   | '#bundle' 00 0000000000000001 fffffffc 00000000
            BAD_LENGTH   | '#bundle' 00 0000000000000001 00000003 '/a' 0000
            BAD_LENGTH   | '#bundle' 00 0000000000000001 7ffffffc '/a' 0000
            BAD_NESTING  | '/a' 0000 ',[' 0000
            BAD_NESTING  | '/a' 0000 ',]' 0000
            BAD_NESTING  | '/a' 0000 ',[]]' 00000000
            BAD_NESTING  | '/a' 0000 ',[[[[[[[[[]]]]]]]]]' 00
            TRAILING     | '/a' 0000 ',i' 0000 00000007 00000063
            UNSUPPORTED  | '/a' 0000 ',c' 0000 00010000
            """;

    /** The bytes. */
    public byte[] bytes() {
        return Bytes.of(notation);
    }

    /** At least one for each reason. */
    public static List<Malformed> all() {
        return TABLE.lines().map(Malformed::of).toList();
    }

    private static Malformed of(String line) {
        String[] columns = line.split("\\|", 2);
        return new Malformed(Reason.valueOf(columns[0].strip()), columns[1].strip());
    }
}
