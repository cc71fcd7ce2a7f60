package org.scaena.process.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scaena.command.Reply;
import org.scaena.process.Ending;
import org.scaena.process.ManagedProcess;
import org.scaena.process.OutputKind;
import org.scaena.process.ProcessExit;
import org.scaena.process.ProcessSpec;
import org.scaena.process.Readiness;
import org.scaena.process.Restart;
import org.scaena.process.RestartPolicy;
import org.scaena.process.Supervised;
import org.scaena.process.SupervisionEvent;
import org.scaena.process.SupervisionEvent.Restarting;
import org.scaena.process.SupervisionEvent.Running;
import org.scaena.process.SupervisionEvent.Starting;
import org.scaena.process.SupervisionEvent.Stopped;
import org.scaena.process.SupervisionEvent.Waiting;
import org.scaena.process.Supervisor;
import org.scaena.process.SupervisorState;

/** Shell doubles that are kept running. */
class SupervisorTest {

    private static final Ending ENDING = Ending.asked(Duration.ofSeconds(20));
    private static final Duration LIMIT = Duration.ofSeconds(40);
    private static final RestartPolicy QUICK =
            new RestartPolicy(
                    Duration.ZERO,
                    Duration.ofMillis(1),
                    Duration.ofMillis(20),
                    Duration.ofMinutes(1),
                    5,
                    Duration.ofMinutes(1));
    private static final Readiness<?> READY = Readiness.printed(OutputKind.READY);
    private static final String SERVES = "echo Supernova ready; exec sleep 100";

    @TempDir private Path directory;
    private final LocalProcessManager manager = new LocalProcessManager();
    private final List<SupervisionEvent> events = new CopyOnWriteArrayList<>();

    @AfterEach
    void endAll() {
        manager.deactivate();
    }

    private Supervised unit(String script) {
        return manager.unit(Doubles.script(directory, script), READY, LIMIT, ENDING);
    }

    private Supervisor supervise(Supervised unit) {
        return manager.supervise(unit, QUICK, events::add);
    }

    private static void awaitState(Supervisor supervisor, SupervisorState state) {
        Eventually.until(state + " it is", () -> supervisor.state() == state);
    }

    private ManagedProcess only() {
        Eventually.until("one process", () -> manager.processes().size() == 1);
        return manager.processes().get(0);
    }

    private <E extends SupervisionEvent> List<E> events(Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private void awaitEvents(Class<? extends SupervisionEvent> kind, int count) {
        Eventually.until(count + " of " + kind.getSimpleName(), () -> events(kind).size() >= count);
    }

    @Test
    void isStartedProvedAndStopped() {
        Supervisor supervisor = supervise(unit(SERVES));
        awaitState(supervisor, SupervisorState.RUNNING);

        supervisor.close();

        assertThat(supervisor.state()).isEqualTo(SupervisorState.STOPPED);
        assertThat(manager.processes()).isEmpty();
        assertThat(events)
                .extracting(Object::getClass)
                .containsExactly(
                        Starting.class,
                        SupervisionEvent.Progress.class,
                        Running.class,
                        Stopped.class);
        supervisor.close();
    }

    /** As a server that is left to who comes next, in the moment in which it is ready. */
    @Test
    void whatIsLeftRunningIsNotWaitedFor() {
        Supervisor supervisor =
                supervise(
                        new Supervised() {
                            @Override
                            public String name() {
                                return "left";
                            }

                            @Override
                            public Reply<ProcessExit> start(Consumer<String> progress) {
                                while (!Thread.currentThread().isInterrupted()) {
                                    LockSupport.park();
                                }
                                return new Reply<>("an exit that does not come");
                            }

                            @Override
                            public void stop() {
                                // it plays on
                            }
                        });
        awaitState(supervisor, SupervisorState.STARTING);

        supervisor.close();

        assertThat(supervisor.state()).isEqualTo(SupervisorState.STOPPED);
    }

    @Test
    void whatIsKilledIsStartedAgain() {
        Supervisor supervisor = supervise(unit(SERVES));
        awaitState(supervisor, SupervisorState.RUNNING);

        ProcessHandle.of(only().identity().pid()).orElseThrow().destroyForcibly();
        awaitEvents(Running.class, 2);

        assertThat(events(Restarting.class).get(0).restart().reason())
                .isEqualTo("double was killed by signal 9");
        supervisor.close();
    }

    @Test
    void anExitWithCode0ThatNobodyAskedForIsAFailureToo() {
        Supervisor supervisor = supervise(unit("echo Supernova ready; sleep 0.02; exit 0"));

        awaitEvents(Restarting.class, 3);
        supervisor.close();

        assertThat(events(Starting.class).size())
                .isBetween(events(Restarting.class).size(), events(Restarting.class).size() + 1);
    }

    @Test
    void whatIsEndedOnPurposeIsNotStartedAgain() {
        Supervisor supervisor = supervise(unit(SERVES));
        awaitState(supervisor, SupervisorState.RUNNING);

        only().end(Duration.ofSeconds(20)).await(Eventually.LIMIT);

        awaitState(supervisor, SupervisorState.STOPPED);
        assertThat(events(Restarting.class)).isEmpty();
    }

    @Test
    void whatNeverGetsReadyIsEndedAtTheLimitAndTriedAgain() {
        ProcessSpec spec = Doubles.script(directory, "echo hello; exec sleep 100");
        Supervised unit = manager.unit(spec, READY, Duration.ofMillis(200), ENDING);

        Supervisor supervisor = supervise(unit);
        awaitEvents(Restarting.class, 2);
        supervisor.close();

        assertThat(events(Restarting.class).get(0).restart().reason())
                .contains("was not ready within 0.2 s")
                .contains("hello");
        assertThat(manager.processes()).isEmpty();
    }

    @Test
    void aMissingProgramIsNoLoop() {
        ProcessSpec spec = Doubles.script(directory, "");
        ProcessSpec missing =
                new ProcessSpec(
                        "missing",
                        Doubles.SHELL.at("no-such-program"),
                        List.of(),
                        spec.environment(),
                        directory,
                        spec.output(),
                        false);
        Supervisor supervisor =
                manager.supervise(
                        manager.unit(missing, READY, LIMIT, ENDING),
                        RestartPolicy.standard(),
                        events::add);

        awaitEvents(Restarting.class, 1);

        Restart restart = events(Restarting.class).get(0).restart();
        assertThat(restart.pause()).isEqualTo(Duration.ofSeconds(60));
        assertThat(restart.reason()).contains("no-such-program was not found in");

        supervisor.retryNow();
        awaitEvents(Restarting.class, 2);
        supervisor.close();
    }

    @Test
    void tooManyRestartsAreAnAlarmAndNoReasonToGiveUp() {
        Supervisor supervisor = supervise(unit("kill -SEGV $$"));

        awaitEvents(Restarting.class, 12);
        supervisor.close();

        assertThat(events(SupervisionEvent.Alarm.class))
                .extracting(SupervisionEvent.Alarm::restarts)
                .containsExactly(6);
    }

    @Test
    void isNotStartedBeforeWhatItWaitsForIsThere() throws Exception {
        Path awaited = directory.resolve("jack");
        Supervised program = unit(SERVES);
        Supervisor supervisor =
                supervise(
                        new Wrapped(program) {
                            @Override
                            public Optional<String> waitsFor() {
                                return Files.exists(awaited)
                                        ? Optional.empty()
                                        : Optional.of("a JACK server");
                            }
                        });
        awaitState(supervisor, SupervisorState.WAITING);
        awaitEvents(Waiting.class, 1);
        assertThat(events(Waiting.class).get(0).what()).isEqualTo("a JACK server");
        assertThat(events(Starting.class)).isEmpty();

        Files.createFile(awaited);
        supervisor.retryNow();

        awaitState(supervisor, SupervisorState.RUNNING);
        supervisor.close();
    }

    @Test
    void whatKillsItCanBeLeftOutBeforeTheRestart() {
        AtomicReference<String> script = new AtomicReference<>("kill -SEGV $$");
        Supervised unit =
                new Wrapped(null) {
                    @Override
                    Supervised inner() {
                        return unit(script.get());
                    }

                    @Override
                    public void beforeRestart(Restart restart) {
                        if (restart.reason().contains("signal 11") && restart.inARow() == 2) {
                            script.set(SERVES);
                        }
                    }
                };

        Supervisor supervisor = supervise(unit);

        awaitState(supervisor, SupervisorState.RUNNING);
        assertThat(events(Restarting.class)).hasSize(2);
        supervisor.close();
    }

    @Test
    void whatIsBelowStartsAfterWaitsForAndStopsBeforeWhatIsAbove() {
        List<String> below = new CopyOnWriteArrayList<>();
        Supervisor above = supervise(unit("echo above $$; " + SERVES));
        AtomicInteger starts = new AtomicInteger();
        Supervisor child =
                above.supervise(
                        new Wrapped(unit(SERVES)) {
                            @Override
                            public Reply<ProcessExit> start(Consumer<String> progress) {
                                starts.incrementAndGet();
                                below.add("above is " + above.state());
                                return super.start(progress);
                            }

                            @Override
                            public void stop() {
                                below.add("stopped while above is " + above.state());
                                super.stop();
                            }
                        },
                        QUICK,
                        event -> {});
        awaitState(child, SupervisorState.RUNNING);

        long first =
                manager.processes().stream()
                        .filter(process -> process.lastLines(9).toString().contains("above"))
                        .findFirst()
                        .orElseThrow()
                        .identity()
                        .pid();
        ProcessHandle.of(first).orElseThrow().destroyForcibly();
        awaitEvents(Running.class, 2);
        Eventually.until("the child again", () -> starts.get() == 2);
        awaitState(child, SupervisorState.RUNNING);
        above.close();

        assertThat(below)
                .containsExactly(
                        "above is RUNNING",
                        "stopped while above is PAUSING",
                        "above is RUNNING",
                        "stopped while above is RUNNING");
        assertThat(child.state()).isEqualTo(SupervisorState.STOPPED);
        assertThat(manager.processes()).isEmpty();
    }

    @Test
    void whenTheManagerStopsNothingIsStartedAnyMore() {
        Supervisor supervisor = supervise(unit(SERVES));
        awaitState(supervisor, SupervisorState.RUNNING);

        manager.deactivate();

        awaitState(supervisor, SupervisorState.STOPPED);
        assertThat(manager.processes()).isEmpty();
        assertThat(events(Starting.class)).hasSize(1);
    }

    /** Something supervised that is almost like another. */
    private static class Wrapped implements Supervised {
        private final Supervised inner;

        Wrapped(Supervised inner) {
            this.inner = inner;
        }

        Supervised inner() {
            return inner;
        }

        @Override
        public String name() {
            return "wrapped";
        }

        @Override
        public Reply<ProcessExit> start(Consumer<String> progress) {
            return inner().start(progress);
        }

        @Override
        public void stop() {
            inner().stop();
        }
    }
}
