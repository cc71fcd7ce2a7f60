package org.scaena.sclang;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.scaena.osc.OscBlob;

class SclangValueTest {

    @Test
    void valuesArePrintedAsTheyAreTyped() {
        assertThat(SclangValue.of("say \"\\\"")).hasToString("\"say \\\"\\\\\\\"\"");
        assertThat(new SclangValue.Symbol("it's")).hasToString("'it\\'s'");
        assertThat(SclangValue.of(1e-7)).hasToString("1.0e-7");
        assertThat(SclangValue.of(Double.NEGATIVE_INFINITY)).hasToString("-inf");
        assertThat(new SclangValue.Bytes(OscBlob.of(new byte[] {-1, 2})))
                .hasToString("Int8Array[-1, 2]");
        assertThat(SclangValue.of(SclangValue.of(1), new SclangValue.Nil()))
                .hasToString("[1, nil]");
    }

    @Test
    void noPieceOfLongTextIsLongerThanALiteralMayBe() {
        String music = "\ud834\udd1e".repeat(3_000);
        String printed = SclangValue.of("x" + music).toString();

        assertThat(printed).startsWith("(\"x").endsWith("\")");
        String[] pieces = printed.substring(2, printed.length() - 2).split("\" \\+\\+ \"", -1);
        assertThat(String.join("", pieces)).isEqualTo("x" + music);
        assertThat(pieces)
                .allMatch(piece -> piece.getBytes(StandardCharsets.UTF_8).length < 8_000)
                .noneMatch(piece -> Character.isLowSurrogate(piece.charAt(0)));
        assertThat(new SclangValue.Symbol("y".repeat(9_000)).toString()).endsWith(".asSymbol");
    }
}
