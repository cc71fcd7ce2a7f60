package org.scaena.server.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scaena.osc.OscMessage;

class ScsynthPacingTest {

    private final ScsynthPacing pacing = new ScsynthPacing();

    /** Measured: how many datagrams of a size fit the default receive buffer of 212,992 bytes. */
    @ParameterizedTest
    @CsvSource({"20, 256", "1024, 92", "8192, 12", "60000, 3"})
    void reckonsWhatADatagramOccupiesAsTheKernelDoes(int bytes, int fit) {
        assertThat(212_992 / pacing.bufferBytes(bytes)).isBetween(fit * 9 / 10, fit);
    }

    @Test
    void neverReckonsMoreDatagramsThanTheReceiveBufferHolds() {
        assertThat(pacing.limits().bufferBytes() / pacing.bufferBytes(20)).isLessThan(256);
        assertThat(pacing.limits().bufferBytes() / pacing.bufferBytes(8_192)).isLessThan(12);
    }

    @Test
    void countsNotificationsByCommandAndArguments() {
        assertThat(pacing.notices(OscMessage.of("/s_new", "s2", 1000, 0, 1, "freq", 1f))).isOne();
        assertThat(pacing.notices(OscMessage.of("/g_new", 1, 0, 0, 2, 0, 0))).isEqualTo(2);
        assertThat(pacing.notices(OscMessage.of("/n_free", 1, 2, 3))).isEqualTo(3);
        assertThat(pacing.notices(OscMessage.of("/n_run", 1, 0, 2, 1))).isEqualTo(2);
        assertThat(pacing.notices(OscMessage.of("/n_order", 0, 1, 2, 3))).isEqualTo(2);
        assertThat(pacing.notices(OscMessage.of("/n_order"))).isZero();
        assertThat(pacing.notices(OscMessage.of("/n_set", 1000, "freq", 1f))).isZero();
        assertThat(pacing.notices(OscMessage.of("/g_freeAll", 0))).isGreaterThan(100);
    }

    @Test
    void letsThoseAloneThatChangeWhatFollowsInABundle() {
        assertThat(pacing.joins(OscMessage.of("/error", -1))).isFalse();
        assertThat(pacing.joins(OscMessage.of("/notify", 1))).isFalse();
        assertThat(pacing.joins(OscMessage.of("/quit"))).isFalse();
        assertThat(pacing.joins(OscMessage.of("/n_set", 1000, "freq", 1f))).isTrue();
    }

    @Test
    void knowsTheAnswerToItsProbeFromThoseToOthers() {
        int id = pacing.probe(7).intAt(0);
        assertThat(pacing.answered(OscMessage.of("/synced", id))).hasValue(7);
        assertThat(pacing.answered(OscMessage.of("/synced", 7))).isEmpty();
        assertThat(pacing.answered(OscMessage.of("/synced", "x"))).isEmpty();
        assertThat(pacing.answered(OscMessage.of("/done", "/sync", -7))).isEmpty();
    }
}
