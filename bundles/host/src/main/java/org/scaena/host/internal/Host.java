package org.scaena.host.internal;

import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.scaena.server.ServerEvent;
import org.scaena.server.ServerState;
import org.scaena.server.ShutdownReason;

/**
 * Turns what happens to servers into lines, the status file and an exit. For one thread.
 *
 * <p>A server's step that begins with {@value #AUDIO} tells its audio system, which the ready line
 * repeats.
 */
final class Host {

    /** Ticks after the start of all bundles in which a configured server must appear: 30 s. */
    static final int PATIENCE_TICKS = 6;

    private static final String AUDIO = "audio: ";

    private final Startup startup;
    private final Voice voice;
    private final StatusFile status;
    private final Exit exit;
    private final Surroundings surroundings;
    private final Map<String, String> audio = new HashMap<>();
    private String lastStep = "starting the bundles";
    private boolean saidSinceTick;
    private int ticksSettled;

    Host(Startup startup, Voice voice, StatusFile status, Exit exit, Surroundings surroundings) {
        this.startup = startup;
        this.voice = voice;
        this.status = status;
        this.exit = exit;
        this.surroundings = surroundings;
    }

    void begin() {
        put("state", startup.isOver() ? "RUNNING" : "STARTING");
        startup.begin().ifPresent(this::conclude);
    }

    void end() {
        put("state", "STOPPING");
    }

    void appeared(ServerView server) {
        startup.appeared(server.name());
        note(server);
        if (server.state() == ServerState.RUNNING) {
            startup.running(server.name(), server.endpoint()).ifPresent(this::conclude);
        } else if (server.bootFailed()) {
            failed(server.name(), "could not boot; see logs/scaena.log");
        }
    }

    void disappeared(ServerView server) {
        try {
            status.remove("server." + server.name());
        } catch (IOException unwritable) {
            cannotWrite(unwritable);
        }
    }

    void event(ServerView server, ServerEvent event) {
        if (event instanceof ServerEvent.StateChanged) {
            note(server);
        } else if (event instanceof ServerEvent.Progress progress) {
            step(server.name(), progress.step());
        } else if (event instanceof ServerEvent.Running running) {
            running(server, running);
        } else if (event instanceof ServerEvent.BootFailed failed) {
            failed(server.name(), failed.message());
        } else if (event instanceof ServerEvent.Gone gone
                && gone.reason() != ShutdownReason.ASKED
                && gone.reason() != ShutdownReason.BOOT_FAILED) {
            voice.complain("server " + server.name() + " is gone: " + gone.message());
        }
    }

    /** Called every few seconds: says that a long step goes on, and that something never began. */
    void tick() {
        if (startup.isOver()) {
            return;
        }
        ticksSettled += surroundings.settled() ? 1 : 0;
        if (!startup.unseen().isEmpty() && ticksSettled > PATIENCE_TICKS) {
            String bundles = surroundings.idleBundles();
            exit.because(
                    ExitCode.INTERNAL,
                    "server %s did not appear, %d s after the start%s; see logs/scaena.log"
                            .formatted(
                                    String.join(", ", startup.unseen()),
                                    surroundings.age().toSeconds(),
                                    bundles.isEmpty() ? "" : ", not started: " + bundles));
        } else if (!saidSinceTick) {
            voice.say("%s … (%d s)".formatted(lastStep, surroundings.age().toSeconds()));
        }
        saidSinceTick = false;
    }

    private void step(String name, String step) {
        if (step.startsWith(AUDIO)) {
            audio.put(name, step.substring(AUDIO.length()));
        }
        lastStep = name + ": " + step;
        saidSinceTick = true;
        voice.say(lastStep);
    }

    private void running(ServerView server, ServerEvent.Running running) {
        String rate = String.format(Locale.ROOT, "%.0f Hz", running.sampleRate());
        String through = audio.getOrDefault(server.name(), rate);
        through = through.contains(rate) ? through : through + ", " + rate;
        String place = server.endpoint() + " (" + through + ")";
        note(server);
        boolean again = startup.isOver();
        startup.running(server.name(), place).ifPresent(this::conclude);
        if (again) {
            voice.say("server " + server.name() + " runs on " + place);
        }
    }

    private void failed(String name, String message) {
        Optional<Startup.Outcome> outcome = startup.failed(name, message);
        if (!(outcome.orElse(null) instanceof Startup.Fatal)) {
            voice.complain("server " + name + ": " + message);
        }
        outcome.ifPresent(this::conclude);
    }

    private void conclude(Startup.Outcome outcome) {
        if (outcome instanceof Startup.Fatal fatal) {
            exit.because(fatal.code(), fatal.sentence());
        } else if (outcome instanceof Startup.Ready ready) {
            put("state", "RUNNING");
            double seconds = surroundings.age().toMillis() / 1000.0;
            voice.say(
                    ready.line() + String.format(Locale.ROOT, ", %.2f s after the start", seconds));
            surroundings.startFaces();
        }
    }

    private void note(ServerView server) {
        put("server." + server.name(), server.toString());
    }

    private void put(String key, String value) {
        try {
            status.put(key, value);
        } catch (IOException unwritable) {
            cannotWrite(unwritable);
        }
    }

    private void cannotWrite(IOException reason) {
        String sentence =
                "cannot write state/host.status (%s); make state writable".formatted(reason);
        if (startup.isOver()) {
            voice.complain(sentence);
        } else {
            exit.because(ExitCode.DIRECTORY, sentence);
        }
    }
}
