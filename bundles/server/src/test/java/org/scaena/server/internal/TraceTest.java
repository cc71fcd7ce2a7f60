package org.scaena.server.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What scsynth 3.13 prints. */
class TraceTest {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private static final String BAD =
            """
            TRACE 2000  nan    #units: 4
              unit 0 Control
                in\s
                out 0 0
              unit 1 DC
                in  0
                out 0
              unit 2 BinaryOpUGen
                in  0 0
                out -nan
              unit 3 Out
                in  0 -nan
                out
            """;

    private static final String EFFECT =
            """
            TRACE 2001  effect    #units: 3
              unit 0 In
                in  0
                out inf
              unit 1 LPF
                in  inf 400
                out nan
              unit 2 Out
                in  0 nan
                out
            """;

    private static Optional<String> culprit(int synth, String printed) {
        Trace trace = new Trace(synth);
        printed.lines().forEach(trace::line);
        return trace.culprit(LIMIT);
    }

    @Test
    void theUnitIsNamedThatMakesItOfNumbers() {
        assertThat(culprit(2000, "late 0.1\n" + BAD)).contains("BinaryOpUGen");
        assertThat(culprit(2000, EFFECT + BAD)).contains("BinaryOpUGen");
        assertThat(culprit(2002, BAD.replace("2000", "2002").replace("-nan", "inf")))
                .contains("BinaryOpUGen");
    }

    @Test
    void whoHandsItOnIsInnocent() {
        assertThat(culprit(2001, BAD + EFFECT)).isEmpty();
    }

    @Test
    void wordsWithTheseLettersAreNoValues() {
        assertThat(culprit(2000, BAD.replace("out -nan", "out 0.5").replace("nan ", "banane ")))
                .isEmpty();
    }
}
