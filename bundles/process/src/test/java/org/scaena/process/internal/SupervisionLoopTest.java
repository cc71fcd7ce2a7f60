package org.scaena.process.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.scaena.command.Reply;
import org.scaena.process.ExitCause;
import org.scaena.process.ProcessExit;
import org.scaena.process.RestartPolicy;
import org.scaena.process.Supervised;
import org.scaena.process.SupervisionEvent;
import org.scaena.process.SupervisionEvent.Alarm;
import org.scaena.process.SupervisionEvent.Starting;
import org.scaena.process.SupervisionEvent.Waiting;
import org.scaena.process.SupervisorState;

/** Ten minutes of a crash loop, in a time that passes as soon as somebody waits. */
class SupervisionLoopTest {

    private static final Duration END = Duration.ofMinutes(10);

    private final List<SupervisionEvent> events = new ArrayList<>();
    private final FastTime time = new FastTime();
    private final SupervisionLoop loop =
            new SupervisionLoop(
                    new Crasher(), RestartPolicy.standard(), events::add, new Alone(), time);

    private final class FastTime implements Time {
        private long nanos;

        @Override
        public long nanos() {
            return nanos;
        }

        @Override
        public void await(Semaphore wake, Duration duration) {
            nanos += duration.toNanos();
            if (nanos >= END.toNanos()) {
                loop.close();
            }
        }
    }

    private static final class Crasher implements Supervised {
        private int looks;

        @Override
        public String name() {
            return "crasher";
        }

        @Override
        public Optional<String> waitsFor() {
            looks++;
            if (looks == 1) {
                throw new IllegalStateException("the look failed");
            }
            return Optional.empty();
        }

        @Override
        public Reply<ProcessExit> start(Consumer<String> progress) {
            return Reply.of(new ProcessExit(ExitCause.CRASHED, 139, Instant.EPOCH, List.of()));
        }

        @Override
        public void stop() {}
    }

    private static final class Alone implements SupervisionLoop.Neighbours {
        @Override
        public Optional<String> missing() {
            return Optional.empty();
        }

        @Override
        public void running() {}

        @Override
        public void ended() {}
    }

    @Test
    void startsSeldomAndGivesOneAlarm() {
        loop.run();

        // 0, 0.5, 1, 2, 4, 8, 16, 32 s, then every 60 s
        assertThat(events.get(0)).isEqualTo(new Waiting("what it cannot look at: the look failed"));
        assertThat(events).filteredOn(Starting.class::isInstance).hasSize(17);
        assertThat(events).filteredOn(Alarm.class::isInstance).hasSize(1);
        assertThat(loop.state()).isEqualTo(SupervisorState.STOPPED);
    }
}
