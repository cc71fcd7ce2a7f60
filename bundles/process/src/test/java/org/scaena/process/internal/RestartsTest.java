package org.scaena.process.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.scaena.process.ExitCause;
import org.scaena.process.ProcessExit;
import org.scaena.process.ProgramException;
import org.scaena.process.Restart;
import org.scaena.process.RestartPolicy;

/** The policy: at once, doubling, capped, never giving up. */
class RestartsTest {

    private final Restarts restarts = new Restarts(RestartPolicy.standard());
    private long nanos;

    private static Outcome crash(Duration uptime) {
        return Outcome.of("scsynth", exit(ExitCause.CRASHED, 139), uptime);
    }

    private static ProcessExit exit(ExitCause cause, int code) {
        return new ProcessExit(cause, code, Instant.now(), List.of());
    }

    private Restart next(Outcome outcome) {
        Restart restart = restarts.next(outcome, nanos);
        nanos += restart.pause().toNanos();
        return restart;
    }

    @Test
    void pausesDoubleUpToTheLongestAndGoOnForEver() {
        List<Long> millis = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            millis.add(next(crash(Duration.ZERO)).pause().toMillis());
        }

        assertThat(millis.subList(0, 10))
                .containsExactly(
                        0L, 500L, 1000L, 2000L, 4000L, 8000L, 16_000L, 32_000L, 60_000L, 60_000L);
        assertThat(millis.subList(10, 200)).containsOnly(60_000L);
    }

    @Test
    void aGoodTimeBeginsTheRowAnew() {
        next(crash(Duration.ZERO));
        next(crash(Duration.ofMinutes(9)));
        Restart afterGoodTime = next(crash(Duration.ofMinutes(10)));

        assertThat(afterGoodTime.inARow()).isEqualTo(1);
        assertThat(afterGoodTime.crashesInARow()).isEqualTo(1);
        assertThat(afterGoodTime.pause()).isZero();
    }

    @Test
    void countsCrashesInARowOnly() {
        next(crash(Duration.ZERO));
        assertThat(next(crash(Duration.ZERO)).crashesInARow()).isEqualTo(2);

        Outcome left = Outcome.of("scsynth", exit(ExitCause.LEFT, 0), Duration.ZERO);
        assertThat(next(left).crashesInARow()).isZero();
        assertThat(next(crash(Duration.ZERO)).crashesInARow()).isEqualTo(1);
    }

    @Test
    void theAlarmComesOnceInARow() {
        int alarms = 0;
        for (int i = 0; i < 100; i++) {
            next(crash(Duration.ZERO));
            alarms += restarts.alarm().isPresent() ? 1 : 0;
        }
        assertThat(alarms).isEqualTo(1);

        nanos += Duration.ofHours(1).toNanos();
        next(crash(Duration.ofMinutes(30)));
        assertThat(restarts.alarm()).isEmpty();
    }

    @Test
    void whatIsHopelessIsTriedSlowlyAtOnce() {
        assertThat(
                        next(Outcome.failed("scsynth", new ProgramException("scsynth is missing")))
                                .pause())
                .isEqualTo(Duration.ofSeconds(60));
        assertThat(next(Outcome.of("scsynth", exit(ExitCause.REFUSED, 1), Duration.ZERO)).pause())
                .isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void saysWhy() {
        Outcome killed = Outcome.of("scsynth", exit(ExitCause.CRASHED, 137), Duration.ofSeconds(3));

        Restart restart = next(killed);

        assertThat(restart.reason()).isEqualTo("scsynth was killed by signal 9");
        assertThat(restart.exit()).isEqualTo(killed.exit());
        assertThat(next(Outcome.failed("scsynth", new IllegalStateException("no"))).exit())
                .isEqualTo(Optional.empty());
    }

    @Test
    void aPolicyWithoutPausesIsRefused() {
        Duration second = Duration.ofSeconds(1);
        assertThatThrownBy(
                        () ->
                                new RestartPolicy(
                                        Duration.ZERO, Duration.ZERO, second, second, 5, second))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () ->
                                new RestartPolicy(
                                        second, second, Duration.ofMillis(1), second, 5, second))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
