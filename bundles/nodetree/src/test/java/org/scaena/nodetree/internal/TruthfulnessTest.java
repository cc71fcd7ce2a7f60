package org.scaena.nodetree.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TruthfulnessTest {

    private long now = 42;
    private final Truthfulness truthfulness = new Truthfulness(() -> now);

    @BeforeEach
    void isReadOnce() {
        read(true);
    }

    @Test
    void readsWhenTheCountsDiffer() {
        assertThat(truthfulness.isToBeRead(0, 0, false)).isFalse();
        assertThat(truthfulness.isToBeRead(1, 0, false)).isTrue();
        assertThat(truthfulness.isToBeRead(0, -1, false)).isTrue();
        assertThat(truthfulness.isToBeRead(0, 0, true)).isTrue();
    }

    @Test
    void readsOnlyOnceAtATime() {
        truthfulness.begin();
        assertThat(truthfulness.isToBeRead(1, 0, true)).isFalse();
        truthfulness.failed();
        assertThat(truthfulness.isToBeRead(1, 0, true)).isTrue();
    }

    @Test
    void takesWhatAReadingDidNotMendForExplained() {
        assertThat(truthfulness.isToBeRead(1, 0, false)).isTrue();
        read(false);
        assertThat(truthfulness.isToBeRead(1, 0, false)).isFalse();
        assertThat(truthfulness.isToBeRead(0, 0, false)).isTrue();
        read(false);
        assertThat(truthfulness.isToBeRead(0, 0, false)).isFalse();
    }

    @Test
    void readsNowAndThenEvenIfTheCountsAgree() {
        pass(Truthfulness.WHILE_CHANGING);
        assertThat(truthfulness.isToBeRead(0, 0, false)).isFalse();
        truthfulness.changed();
        assertThat(truthfulness.isToBeRead(0, 0, false)).isTrue();
        read(false);
        pass(Truthfulness.WHILE_IDLE);
        assertThat(truthfulness.isToBeRead(0, 0, false)).isTrue();
    }

    @Test
    void tellsByHowMuchTheCountsDifferUntilThatIsMendedOrExplained() {
        assertThat(truthfulness.isToBeRead(-3, 2, false)).isTrue();
        assertThat(truthfulness.drift()).isEqualTo(5);
        pass(Duration.ofMillis(70));
        read(true);
        assertThat(truthfulness.drift()).isZero();
        assertThat(truthfulness.lastHealing()).isEqualTo(Duration.ofMillis(70));
        truthfulness.isToBeRead(1, 0, false);
        read(false);
        truthfulness.isToBeRead(1, 0, false);
        assertThat(truthfulness.drift()).isZero();
        assertThat(truthfulness.lastHealing()).isEqualTo(Duration.ofMillis(70));
    }

    private void read(boolean wasWrong) {
        truthfulness.begin();
        truthfulness.read(wasWrong);
    }

    private void pass(Duration time) {
        now += time.toNanos();
    }
}
