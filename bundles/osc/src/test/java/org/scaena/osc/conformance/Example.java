package org.scaena.osc.conformance;

import java.util.List;
import org.scaena.osc.OscBlob;
import org.scaena.osc.OscBundle;
import org.scaena.osc.OscConstant;
import org.scaena.osc.OscMessage;
import org.scaena.osc.OscPacket;
import org.scaena.osc.OscSymbol;
import org.scaena.osc.OscTimeTag;

/**
 * A packet and its bytes, written by hand from the specification.
 *
 * @param notation as {@link Bytes#of} reads it
 */
public record Example(OscPacket packet, String notation) {

    /** The bytes. */
    public byte[] bytes() {
        return Bytes.of(notation);
    }

    /** One for each type and each case that is easily got wrong. */
    public static List<Example> all() {
        return List.of(
                // The two examples of the OSC 1.0 specification.
                new Example(
                        OscMessage.of("/oscillator/4/frequency", 440f),
                        "'/oscillator/4/frequency' 00 ',f' 0000 43dc0000"),
                new Example(
                        OscMessage.of("/foo", 1000, -1, "hello", 1.234f, 5.678f),
                        "'/foo' 00000000 ',iisff' 0000 000003e8 ffffffff"
                                + "'hello' 000000 3f9df3b6 40b5b22d"),
                // Strings of every length modulo four; the closing zero always has room.
                new Example(OscMessage.of("/ab"), "'/ab' 00 ',' 000000"),
                new Example(OscMessage.of("/abc"), "'/abc' 00000000 ',' 000000"),
                new Example(OscMessage.of("/a", "", "x"), "'/a' 0000 ',ss' 00 00000000 'x' 000000"),
                new Example(
                        OscMessage.of("/a", 1, 2, 3),
                        "'/a' 0000 ',iii' 00000000 00000001 00000002 00000003"),
                // What follows a blob is not part of it.
                new Example(
                        OscMessage.of("/b", OscBlob.of(new byte[] {1, 2, 3, 4, 5}), 7),
                        "'/b' 0000 ',bi' 00 00000005 0102030405 000000 00000007"),
                new Example(
                        OscMessage.of("/b", OscBlob.of(new byte[0])),
                        "'/b' 0000 ',b' 0000 00000000"),
                new Example(
                        OscMessage.of("/n", 1L << 40, 0.5, new OscTimeTag(0x1_8000_0000L)),
                        "'/n' 0000 ',hdt' 00000000 0000010000000000 3fe0000000000000"
                                + "0000000180000000"),
                new Example(
                        OscMessage.of("/c", 'A', '\u20ac', new OscSymbol("sym")),
                        "'/c' 0000 ',ccS' 00000000 00000041 000020ac 'sym' 00"),
                new Example(
                        OscMessage.of("/t", true, false, OscConstant.NIL, OscConstant.IMPULSE),
                        "'/t' 0000 ',TFNI' 000000"),
                new Example(
                        OscMessage.of("/l", List.of(1, List.of(), List.of("x")), 2),
                        "'/l' 0000 ',[i[][s]]i' 0000 00000001 'x' 000000 00000002"),
                // One to four bytes of UTF-8 for a letter.
                new Example(
                        OscMessage.of("/u", "a\u00fc\u20ac\ud83c\udfb5"),
                        "'/u' 0000 ',s' 0000 61 c3bc e282ac f09f8eb5 0000"),
                new Example(OscBundle.of(OscTimeTag.IMMEDIATELY), "'#bundle' 00 0000000000000001"),
                new Example(
                        OscBundle.of(
                                new OscTimeTag(2L << 32),
                                OscMessage.of("/a", 1),
                                OscBundle.of(OscTimeTag.IMMEDIATELY, OscMessage.of("/b"))),
                        "'#bundle' 00 0000000200000000 0000000c '/a' 0000 ',i' 0000 00000001"
                                + "0000001c '#bundle' 00 0000000000000001"
                                + "00000008 '/b' 0000 ',' 000000"));
    }
}
