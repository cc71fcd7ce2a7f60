package org.scaena.osc.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.scaena.osc.OscMessage;
import org.scaena.osc.OscTrace;
import org.scaena.osc.OscTrace.Direction;

class TraceRingTest {

    private final TraceRing ring = new TraceRing();

    @Test
    void keepsTheLastPacketsOldestFirst() {
        Instant before = Instant.now().minusMillis(1);
        for (int i = 0; i < TraceRing.SIZE + 10; i++) {
            ring.record(i % 2 == 0 ? Direction.OUT : Direction.IN, OscMessage.of("/n", i));
        }
        List<OscTrace> traces = ring.snapshot();
        assertThat(traces)
                .hasSize(TraceRing.SIZE)
                .isSortedAccordingTo((a, b) -> a.time().compareTo(b.time()));
        assertThat(traces.get(0).packet()).isEqualTo(OscMessage.of("/n", 10));
        assertThat(traces.get(0).direction()).isEqualTo(Direction.OUT);
        assertThat(traces.get(0).time()).isBetween(before, Instant.now().plusMillis(1));
    }
}
