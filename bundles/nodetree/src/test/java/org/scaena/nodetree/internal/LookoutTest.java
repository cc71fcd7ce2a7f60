package org.scaena.nodetree.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LookoutTest {

    private final Lookout lookout = new Lookout();

    @Test
    void looksNotWhileLittleIsTold() {
        assertThat(tell(199)).isZero();
    }

    @Test
    void looksOnceMuchWasToldAndOnUntilItIsQuiet() {
        assertThat(tell(1000)).isOne();
        assertThat(lookout.look()).isTrue();
        assertThat(tell(500)).isZero();
        assertThat(lookout.look()).isTrue();
        assertThat(tell(3)).isZero();
        assertThat(lookout.look()).isFalse();
        assertThat(tell(100)).isZero();
    }

    @Test
    void looksAtOnceWhenSomethingDidNotFit() {
        assertThat(lookout.told(true)).isTrue();
        assertThat(lookout.told(true)).isFalse();
        assertThat(lookout.untilNext()).isEqualTo(Lookout.SOON);
    }

    @Test
    void looksAgainAfterAReadingInWhichMuchWasTold() {
        assertThat(lookout.wasRead(Duration.ofMillis(30), false)).isFalse();
        tell(100);
        assertThat(lookout.wasRead(Duration.ofMillis(300), false)).isTrue();
        assertThat(lookout.untilNext()).isEqualTo(Duration.ofMillis(600));
        lookout.look();
        lookout.wasRead(Duration.ofMinutes(1), true);
        assertThat(lookout.untilNext()).isEqualTo(Duration.ofSeconds(2));
    }

    private long tell(int notifications) {
        return IntStream.range(0, notifications).filter(i -> lookout.told(false)).count();
    }
}
