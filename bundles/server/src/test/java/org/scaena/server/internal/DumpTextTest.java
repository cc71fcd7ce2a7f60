package org.scaena.server.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DumpTextTest {

    private final DumpText dump = new DumpText();

    @Test
    void acceptsMessagesBundlesAndBytesOnly() {
        List<String> printed =
                List.of(
                        "SuperCollider 3 server ready.",
                        "[ \"/sync\", ]",
                        "FAILURE IN SERVER /s_new SynthDef not found",
                        "[ \"#bundle\", 17199710702533509296, ",
                        "  [ \"#bundle\", 1, ",
                        "    [ \"/error\", -1 ],",
                        "  ],",
                        "]",
                        "NODE TREE Group 0",
                        "   1 group",
                        "size 16",
                        "   0   2f 73 79 6e  63 00 00 00  2c 69 00 00  00 00 00 01  "
                                + " |/sync...,i......|",
                        "",
                        "late 0.013543367",
                        "[ 52, 10 ]");

        assertThat(printed.stream().filter(dump::accepts))
                .containsExactly(
                        printed.get(1),
                        printed.get(3),
                        printed.get(4),
                        printed.get(5),
                        printed.get(6),
                        printed.get(7),
                        printed.get(10),
                        printed.get(11),
                        printed.get(12),
                        printed.get(14));
    }
}
