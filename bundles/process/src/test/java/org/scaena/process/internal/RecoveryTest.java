package org.scaena.process.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scaena.command.Reply;
import org.scaena.process.AudioRequest;
import org.scaena.process.AudioRequest.Driver;
import org.scaena.process.AudioServer;
import org.scaena.process.AudioState;
import org.scaena.process.Ending;
import org.scaena.process.ManagedProcess;
import org.scaena.process.ProcessExit;
import org.scaena.process.ProcessSpec;
import org.scaena.process.Restart;
import org.scaena.process.RestartPolicy;
import org.scaena.process.Supervised;
import org.scaena.process.SupervisionEvent;
import org.scaena.process.SupervisionEvent.Restarting;
import org.scaena.process.SupervisionEvent.Running;
import org.scaena.process.SupervisionEvent.Starting;
import org.scaena.process.Supervisor;
import org.scaena.process.SupervisorState;

/** The real scsynth and jackd, supervised: killed, without audio, poisoned. */
class RecoveryTest {

    private static final Duration LIMIT = Eventually.LIMIT;
    private static final Ending ENDING = Ending.asked(Duration.ofSeconds(20));

    @TempDir private Path directory;
    private final LocalProcessManager manager = new LocalProcessManager();
    private final LocalProcessManager neighbour = new LocalProcessManager();
    private final JackAudioSystem audio = new JackAudioSystem(manager);
    private final String jack = RealJack.nameFor(getClass());
    private final List<SupervisionEvent> events = new CopyOnWriteArrayList<>();
    private int port;

    @BeforeEach
    void choosePort() throws IOException {
        port = RealJack.freePort();
    }

    @AfterEach
    void endAll() {
        manager.deactivate();
        neighbour.processes().forEach(process -> process.end(ENDING).await(Eventually.LIMIT));
        neighbour.deactivate();
    }

    /** A jackd that is not ours. */
    private ManagedProcess foreignJack() {
        AudioRequest request = RealJack.request(Driver.DUMMY, jack, directory.resolve("neighbour"));
        return new JackAudioSystem(neighbour).open(request).process().orElseThrow();
    }

    /** What plays through it. */
    private AudioServer audioServer() {
        return new AudioServer(
                "the neighbour's JACK",
                List.of(),
                Map.of("JACK_DEFAULT_SERVER", jack, "JACK_NO_START_SERVER", "1"),
                Optional.empty());
    }

    private class Scsynth implements Supervised {
        private volatile @Nullable ManagedProcess process;

        @Override
        public String name() {
            return "scsynth";
        }

        @Override
        public Optional<String> waitsFor() {
            return audio.state(audioServer()) == AudioState.RUNNING
                    ? Optional.empty()
                    : Optional.of("JACK server " + jack);
        }

        @Override
        public Reply<ProcessExit> start(Consumer<String> progress) {
            ProcessSpec spec = RealJack.scsynth(port, audioServer().environment(), directory);
            ManagedProcess started = manager.start(spec);
            process = started;
            started.whenReady(Osc.usable(port), LIMIT).await(LIMIT);
            return started.exit();
        }

        @Override
        public void stop() {
            process.end(ENDING).await(Eventually.LIMIT);
        }
    }

    private Supervisor supervise(Supervised unit) {
        return manager.supervise(unit, RestartPolicy.standard(), events::add);
    }

    private static void awaitState(Supervisor supervisor, SupervisorState state) {
        Eventually.until("it is " + state, () -> supervisor.state() == state);
    }

    private long count(Class<?> kind) {
        return events.stream().filter(kind::isInstance).count();
    }

    private List<Restart> restarts() {
        return events.stream()
                .filter(Restarting.class::isInstance)
                .map(event -> ((Restarting) event).restart())
                .toList();
    }

    @Test
    void aKilledServerIsBack() throws Exception {
        foreignJack();
        Scsynth scsynth = new Scsynth();
        Supervisor supervisor = supervise(scsynth);
        for (int life = 1; life <= 3; life++) {
            int lives = life;
            Eventually.until("it lives again", () -> count(Running.class) == lives);
            RealJack.signal("KILL", scsynth.process.identity().pid());
        }

        Eventually.until("it lives again", () -> count(Running.class) == 4);
        supervisor.close();

        assertThat(restarts())
                .extracting(Restart::reason)
                .containsOnly("scsynth was killed by signal 9");
        assertThat(manager.processes()).isEmpty();
    }

    @Test
    void withoutJackItIsWaitedForAndNotFought() {
        Supervisor supervisor = supervise(new Scsynth());
        awaitState(supervisor, SupervisorState.WAITING);
        ManagedProcess jackd = foreignJack();
        awaitState(supervisor, SupervisorState.RUNNING);
        assertThat(count(Starting.class)).isEqualTo(1);

        jackd.end(ENDING).await(Eventually.LIMIT);
        awaitState(supervisor, SupervisorState.WAITING);
        // Its end and that of JACK are seen in any order: one start may have been in vain.
        long starts = count(Starting.class);
        assertThat(starts).isBetween(1L, 2L);
        assertThat(audio.state(audioServer())).isEqualTo(AudioState.ABSENT);
        foreignJack();
        awaitState(supervisor, SupervisorState.RUNNING);

        assertThat(count(Starting.class)).isEqualTo(starts + 1);
        supervisor.close();
    }

    @Test
    void aFrozenJackIsToldFromAFrozenServer() throws Exception {
        ManagedProcess jackd = foreignJack();
        assertThat(audio.state(audioServer())).isEqualTo(AudioState.RUNNING);

        RealJack.freeze(jackd.identity().pid());

        assertThat(audio.state(audioServer())).isEqualTo(AudioState.FROZEN);
        RealJack.signal("CONT", jackd.identity().pid());
        assertThat(audio.state(audioServer())).isEqualTo(AudioState.RUNNING);
    }

    @Test
    void theEndOfAJackThatIsNotOursIsSeen() {
        ManagedProcess jackd = foreignJack();
        Reply<ProcessExit> gone = audio.gone(audioServer());
        assertThat(gone).isNotDone();

        jackd.end(ENDING).await(Eventually.LIMIT);

        assertThat(gone.await(Eventually.LIMIT).code()).isEqualTo(-1);
    }

    @Test
    void aDefinitionThatKilledItTwiceIsLeftOut() {
        foreignJack();
        List<String> definitions = new ArrayList<>(List.of("good", "poison", "better"));
        Supervisor supervisor =
                supervise(
                        new Scsynth() {
                            private String last = "";

                            @Override
                            public Reply<ProcessExit> start(Consumer<String> progress) {
                                Reply<ProcessExit> exit = super.start(progress);
                                definitions.forEach(this::load);
                                return exit;
                            }

                            private void load(String name) {
                                last = name;
                                boolean poisoned = name.equals("poison");
                                byte[] good = Osc.message("/d_recv", SynthDefs.of(name, "DC"));
                                try (Osc osc = new Osc(port)) {
                                    osc.send(poisoned ? Osc.KILLER : good);
                                    if (!osc.isAnswered(Osc.message("/sync", 1), "/synced")) {
                                        throw new IllegalStateException(name + " is deadly");
                                    }
                                } catch (IOException failure) {
                                    throw new IllegalStateException(failure);
                                }
                            }

                            @Override
                            public void beforeRestart(Restart restart) {
                                if (restart.inARow() == 2) {
                                    definitions.remove(last);
                                }
                            }
                        });

        awaitState(supervisor, SupervisorState.RUNNING);
        supervisor.close();

        assertThat(definitions).containsExactly("good", "better");
        assertThat(restarts()).hasSize(2);
    }

    @Test
    void ourOwnJackdIsSupervisedAboveIt() throws Exception {
        AudioRequest request = RealJack.request(Driver.DUMMY, jack, directory);
        List<Long> jackds = new CopyOnWriteArrayList<>();
        Supervised jackd =
                new Supervised() {
                    private @Nullable AudioServer open;

                    @Override
                    public String name() {
                        return "audio";
                    }

                    @Override
                    public Reply<ProcessExit> start(Consumer<String> progress) {
                        open = audio.open(request);
                        jackds.add(open.process().orElseThrow().identity().pid());
                        return audio.gone(open);
                    }

                    @Override
                    public void stop() {
                        open.process().orElseThrow().end(ENDING).await(Eventually.LIMIT);
                    }
                };
        Supervisor above = manager.supervise(jackd, RestartPolicy.standard(), event -> {});
        Supervisor below = above.supervise(new Scsynth(), RestartPolicy.standard(), events::add);
        awaitState(below, SupervisorState.RUNNING);

        RealJack.signal("KILL", jackds.get(0));
        Eventually.until("both again", () -> jackds.size() == 2 && count(Running.class) == 2);
        above.close();

        assertThat(below.state()).isEqualTo(SupervisorState.STOPPED);
        assertThat(manager.processes()).isEmpty();
    }
}
