package org.scaena.process.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.scaena.process.ManagedProcess;
import org.scaena.process.OutputKind;

/** Fault 19 of the paper about reliability: scsynth says nothing of gaps, jackd does. */
class XrunTest extends WithScsynth {

    @Test
    void whatScsynthDoesNotComputeInTimeIsCountedByJackd() throws Exception {
        ManagedProcess jackd = audio().process().orElseThrow();
        ManagedProcess scsynth = RealJack.ready(manager(), spec());

        RealJack.freeze(scsynth.identity().pid());
        Eventually.until("a gap is counted", () -> jackd.counts().containsKey(OutputKind.XRUN));
        RealJack.signal("CONT", scsynth.identity().pid());

        assertThat(scsynth.isAlive()).isTrue();
        assertThat(jackd.isAlive()).isTrue();
        assertThat(scsynth.counts()).doesNotContainKey(OutputKind.XRUN);
    }
}
