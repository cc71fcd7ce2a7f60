package org.scaena.osc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class OscTimeTagTest {

    @Test
    void countsSecondsFrom1900() {
        // 1970-01-01 is 2,208,988,800 seconds after 1900-01-01 (RFC 868).
        assertThat(OscTimeTag.of(Instant.EPOCH).ntp() >>> 32).isEqualTo(2_208_988_800L);
    }

    @Test
    void keepsAMomentToTheNanosecond() {
        Instant moment = Instant.parse("2026-11-24T20:15:30.123456789Z");
        assertThat(OscTimeTag.of(moment).toInstant()).isEqualTo(moment);
    }

    @Test
    void goesOnBeyondTheEndOfTheFirstEra() {
        Instant afterTheWrap = Instant.parse("2036-02-07T06:28:17.5Z");
        assertThat(OscTimeTag.of(afterTheWrap).ntp() >>> 32).isEqualTo(1L);
        assertThat(OscTimeTag.of(afterTheWrap).toInstant()).isEqualTo(afterTheWrap);
    }

    @Test
    void zeroAndOneMeanAtOnce() {
        assertThat(OscTimeTag.IMMEDIATELY.isImmediate()).isTrue();
        assertThat(new OscTimeTag(0).isImmediate()).isTrue();
        assertThat(OscTimeTag.of(Instant.EPOCH).isImmediate()).isFalse();
    }
}
