package org.scaena.server.internal;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.scaena.command.NotRunningException;
import org.scaena.command.Reply;
import org.scaena.command.ServerException;
import org.scaena.osc.OscEndpoint;
import org.scaena.osc.OscLink;
import org.scaena.osc.OscTransport;
import org.scaena.process.AudioServer;
import org.scaena.process.ManagedProcess;
import org.scaena.process.ProcessLimits;
import org.scaena.process.ProcessSpec;
import org.scaena.process.SynthServerSpec;
import org.scaena.server.ServerState;

/**
 * The server to which a score is played, and a link to it that checks nothing: it is no {@code
 * Server}, so that no plugin sees it.
 */
final class ReplayTarget implements AutoCloseable {

    private static final Duration AUDIO_LIMIT = Duration.ofSeconds(30);
    private static final Duration READY_LIMIT = Duration.ofSeconds(10);
    private static final Duration POLL = Duration.ofMillis(50);
    private static final Duration GRACE = Duration.ofSeconds(1);
    private static final int SHOWN_LINES = 3;

    /** Variables that connect scsynth with what is heard. */
    private static final String CONNECTIONS = "SC_JACK_DEFAULT_";

    private final OscLink link;
    private final ReplayAnswers answers;
    private final Optional<ManagedProcess> process;

    private ReplayTarget(OscLink link, ReplayAnswers answers, Optional<ManagedProcess> process) {
        this.link = link;
        this.answers = answers;
        this.process = process;
    }

    /** The server of a life itself. */
    static ReplayTarget running(Life life) {
        OscEndpoint endpoint =
                life.state()
                        .run()
                        .map(ServerRun::endpoint)
                        .orElseThrow(
                                () -> new NotRunningException(life.settings().name() + " is off"));
        ReplayAnswers answers = new ReplayAnswers(true);
        return new ReplayTarget(link(life, endpoint, answers), answers, Optional.empty());
    }

    /** A server that is started as that of a life, and that nobody hears; blocks until it is up. */
    static ReplayTarget fresh(Life life, Consumer<String> progress) {
        OscEndpoint endpoint = OscEndpoint.local(Ports.free());
        ManagedProcess process =
                life.services().processes().start(spec(life.settings(), endpoint, audio(life)));
        progress.accept(
                "scsynth started for the replay, process %d, port %d"
                        .formatted(process.identity().pid(), endpoint.port()));
        try {
            ReplayAnswers answers = new ReplayAnswers(false);
            process.exit().thenAccept(exit -> answers.ended(exit.description()));
            ReplayTarget target =
                    new ReplayTarget(link(life, endpoint, answers), answers, Optional.of(process));
            target.awaitReady();
            return target;
        } catch (RuntimeException failed) {
            end(process);
            throw failed;
        }
    }

    private static OscLink link(Life life, OscEndpoint endpoint, ReplayAnswers answers) {
        OscTransport transport = life.services().transport().now();
        return transport.open(life.settings().name() + "-replay", endpoint, 0, answers);
    }

    /** The one that the server plays through, or would; chosen in turn with its boots. */
    private static AudioServer audio(Life life) {
        Reply<AudioServer> chosen = new Reply<>("an audio system for the replay");
        life.thread()
                .run(
                        () -> {
                            try {
                                chosen.complete(life.audio().open());
                            } catch (RuntimeException none) {
                                chosen.completeExceptionally(none);
                            }
                        });
        return chosen.await(AUDIO_LIMIT);
    }

    private static ProcessSpec spec(Settings settings, OscEndpoint endpoint, AudioServer audio) {
        Map<String, String> environment = new HashMap<>(audio.environment());
        environment.keySet().removeIf(name -> name.startsWith(CONNECTIONS));
        return new SynthServerSpec(
                        settings.program(),
                        settings.name() + "-replay",
                        endpoint.port(),
                        settings.options().argumentsBesidesPort(),
                        settings.directory(),
                        false,
                        ProcessLimits.NONE)
                .playingThrough(
                        new AudioServer(
                                audio.description(),
                                audio.prefix(),
                                environment,
                                Optional.empty()));
    }

    private void awaitReady() {
        long deadline = System.nanoTime() + READY_LIMIT.toNanos();
        while (!answers.await(0, POLL)) {
            if (answers.end().isPresent() || System.nanoTime() > deadline) {
                throw new ServerException("the scsynth for the replay was not ready: " + end(true));
            }
            link.send(ReplayAnswers.mark(0));
        }
    }

    OscLink link() {
        return link;
    }

    ReplayAnswers answers() {
        return answers;
    }

    /**
     * What became of it, for people.
     *
     * @param isSilent whether it lives and does not answer
     */
    String end(boolean isSilent) {
        String how = answers.end().orElse(isSilent ? "does not answer any more" : "is still there");
        List<String> words = process.map(own -> own.lastLines(SHOWN_LINES)).orElse(List.of());
        return words.isEmpty() ? how : how + ": " + String.join(" / ", words);
    }

    @Override
    public void close() {
        link.close();
        process.ifPresent(ReplayTarget::end);
    }

    private static void end(ManagedProcess process) {
        process.expectExit();
        Patience.isDoneWithin(process.end(GRACE), GRACE.multipliedBy(3));
    }

    /** Ends a jackd that was started only for this. */
    static void tidy(Life life) {
        life.thread()
                .run(
                        () -> {
                            if (life.state().is(ServerState.OFFLINE)) {
                                life.audio().close();
                            }
                        });
    }
}
