package org.scaena.sclang.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefusalsTest {

    private final List<String> told = new ArrayList<>();
    private final Refusals refusals = new Refusals((id, why) -> told.add(id + ": " + why));

    @Test
    void theReasonIsWhatWasPrintedBefore() {
        List.of(
                        "something else",
                        "ERROR: syntax error, unexpected end of file",
                        "  line 1 char 6:",
                        "ERROR: Command line parse failed",
                        "scaena: refused 7")
                .forEach(refusals::printed);

        assertThat(told)
                .containsExactly(
                        "7: ERROR: syntax error, unexpected end of file\n  line 1 char 6:");
    }

    @Test
    void anOlderErrorIsNotTheReason() {
        List.of("ERROR: old", "scaena: refused 1", "ERROR: new", "scaena: refused 2")
                .forEach(refusals::printed);

        assertThat(told).containsExactly("1: ERROR: old", "2: ERROR: new");
    }
}
