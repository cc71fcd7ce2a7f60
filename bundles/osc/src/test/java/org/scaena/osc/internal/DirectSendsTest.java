package org.scaena.osc.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Bursts are joined, conversations and what can't be joined anyway are not delayed for it. */
class DirectSendsTest {

    private static final int MANY = 1_000;

    private long now;

    private int allowedOf(int wanted, DirectSends sends) {
        return (int) IntStream.range(0, wanted).filter(i -> sends.oneMore()).count();
    }

    @Test
    void aBurstIsSentByItselfOnlyForAFewPackets() {
        DirectSends sends = new DirectSends(false, () -> now);

        assertThat(allowedOf(MANY, sends)).isBetween(1, 16);
        assertThat(sends.oneMore()).isFalse();

        now += 500_000;
        assertThat(sends.oneMore()).isTrue();
    }

    @Test
    void aConversationGoesOnAsFastAsItIsAnswered() {
        DirectSends sends = new DirectSends(false, () -> now);
        for (int i = 0; i < MANY; i++) {
            assertThat(sends.oneMore()).isTrue();
            sends.heard();
        }
    }

    @Test
    void whatIsNotJoinedNeedsNoQueue() {
        assertThat(allowedOf(MANY, new DirectSends(true, () -> now))).isEqualTo(MANY);
    }
}
