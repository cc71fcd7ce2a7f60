package org.scaena.process.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineSplitterTest {

    private final List<String> lines = new ArrayList<>();
    private final LineSplitter splitter = new LineSplitter(lines::add);

    private void add(String text) {
        splitter.add(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void joinsWhatComesInPieces() {
        add("on");
        add("e\r\n\ntw");
        add("o");
        splitter.end();

        assertThat(lines).containsExactly("one", "", "two");
    }

    @Test
    void escapesWhatATerminalWouldObey() {
        add("a\tb\u001b[31m\u202e\u2028 é\n");

        assertThat(lines).containsExactly("a\\tb\\u001b[31m\\u202e\\u2028 é");
    }

    @Test
    void replacesBytesThatAreNoText() {
        splitter.add(ByteBuffer.wrap(new byte[] {'x', (byte) 0xff, '\n'}));

        assertThat(lines).containsExactly("x\ufffd");
    }

    @Test
    void cutsALineOfAMegabyte() {
        add("y".repeat(1 << 20));
        add("\nz\n");

        assertThat(lines).containsExactly("y".repeat(LineSplitter.MAX_LINE) + "…", "z");
    }
}
