package org.scaena.osc.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scaena.osc.OscBacklog;
import org.scaena.osc.OscBundle;
import org.scaena.osc.OscMessage;
import org.scaena.osc.OscTimeTag;

class ScheduleTest {

    private static final long SECOND = 1L << 32;

    private long now = 0xEE00_0000L << 32;
    private Schedule schedule = new Schedule(SmallPeer.PLACES, () -> now);

    @BeforeEach
    void start() {
        schedule = new Schedule(SmallPeer.PLACES, () -> now);
    }

    @Test
    void knowsWhatIsForLater() {
        assertThat(schedule.isForLater(at(1))).isTrue();
        assertThat(schedule.isForLater(at(-1))).isFalse();
        assertThat(schedule.isForLater(OscBundle.of(OscTimeTag.IMMEDIATELY))).isFalse();
    }

    @Test
    void lendsHalfOfThePlacesToWhatIsFarAheadAndTheRestToWhatIsNear() {
        assertThat(schedule.takesPlace(at(100))).isTrue();
        assertThat(schedule.takesPlace(at(101))).isTrue();
        assertThat(schedule.takesPlace(at(102))).isFalse();
        assertThat(schedule.takesPlace(at(0.5))).isTrue();
        assertThat(schedule.takesPlace(at(0.6))).isTrue();
        assertThat(schedule.takesPlace(at(0.7))).isFalse();
        assertThat(schedule.held()).isEqualTo(2);
    }

    @Test
    void leavesAllThatItKnowsToAnother() {
        fill();
        OscBundle late = at(70);
        OscBundle early = at(60);
        schedule.takesPlace(late);
        schedule.takesPlace(early);

        OscBacklog left = schedule.backlog();
        Schedule next = new Schedule(SmallPeer.PLACES, () -> now);
        next.atPeer(left.atPeer());

        assertThat(left.held()).containsExactly(early, late);
        assertThat(schedule.held()).isZero();
        assertThat(next.takesPlace(early)).as("the peer's places are taken").isFalse();
    }

    @Test
    void givesOutWhatItHoldsByTimeAndAmongEqualsInOrder() {
        fill();
        OscBundle early = at(50);
        OscBundle first = OscBundle.of(at(60).time(), OscMessage.of("/first"));
        OscBundle second = OscBundle.of(at(60).time(), OscMessage.of("/second"));
        assertThat(schedule.takesPlace(first)).isFalse();
        assertThat(schedule.takesPlace(second)).isFalse();
        assertThat(schedule.takesPlace(early)).isFalse();
        assertThat(schedule.next()).isNull();
        pass(49.1);
        assertThat(schedule.next()).isEqualTo(early);
        assertThat(schedule.next()).isNull();
        pass(10);
        assertThat(schedule.next()).isEqualTo(first);
        assertThat(schedule.next()).isEqualTo(second);
    }

    @Test
    void tellsHowLongToWait() {
        assertThat(schedule.nanosUntilNext()).isEqualTo(Long.MAX_VALUE);
        fill();
        schedule.takesPlace(at(50));
        assertThat(seconds()).isEqualTo(49);
        pass(49.5);
        assertThat(seconds()).isZero();
    }

    @Test
    void waitsForAPlaceWhenAllAreTaken() {
        for (int i = 0; i < SmallPeer.PLACES; i++) {
            schedule.takesPlace(at(0.5));
        }
        schedule.takesPlace(at(0.9));
        assertThat(schedule.next()).isNull();
        assertThat(schedule.nanosUntilNext()).isBetween(500_000_000L, 650_000_000L);
        pass(0.65);
        assertThat(schedule.next()).isNotNull();
    }

    @Test
    void sendsWhatIsDueWhetherThereIsAPlaceOrNot() {
        for (int i = 0; i < 2 * SmallPeer.PLACES; i++) {
            schedule.takesPlace(at(0.5));
        }
        pass(0.55);
        assertThat(schedule.next()).isNotNull();
    }

    @Test
    void forgetsEverythingWhenThePeerDoes() {
        fill();
        schedule.takesPlace(at(70));
        schedule.clear();
        assertThat(schedule.held()).isZero();
        assertThat(schedule.takesPlace(at(100))).isTrue();
    }

    @Test
    void givesTheEarliestAwayAtTheEndAsFarAsThereAreFreePlaces() {
        fill();
        schedule.takesPlace(at(80));
        schedule.takesPlace(at(70));
        schedule.takesPlace(at(90));
        assertThat(schedule.farewell()).containsExactly(at(70), at(80));
        assertThat(schedule.held()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {0x7FFF_FFFF_FFFF_0000L, -0x1_0000L})
    void countsOnWhereTheClockWraps(long moment) {
        now = moment;
        start();
        fill();
        schedule.takesPlace(at(20));
        schedule.takesPlace(at(10));
        assertThat(seconds()).isEqualTo(9);
        pass(9.5);
        assertThat(schedule.next()).isEqualTo(at(0.5));
    }

    private void fill() {
        for (int i = 0; i < SmallPeer.PLACES / 2; i++) {
            assertThat(schedule.takesPlace(at(1_000))).isTrue();
        }
    }

    private OscBundle at(double secondsAhead) {
        return OscBundle.of(new OscTimeTag(now + (long) (secondsAhead * SECOND)));
    }

    private void pass(double seconds) {
        now += (long) (seconds * SECOND);
    }

    private long seconds() {
        return Duration.ofNanos(schedule.nanosUntilNext()).toSeconds();
    }
}
