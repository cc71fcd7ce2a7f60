package org.scaena.process.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.scaena.command.Reply;
import org.scaena.process.AudioRequest;
import org.scaena.process.ManagedProcess;
import org.scaena.process.ProcessException;
import org.scaena.process.ProcessExit;
import org.scaena.process.ProcessManager;
import org.scaena.process.ProcessSpec;
import org.scaena.process.Program;

/** Starts jackd and waits until it can be used. */
final class JackLauncher {

    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(5);
    private static final Duration GRACE = Duration.ofSeconds(1);

    private final ProcessManager processes;
    private final JackProbe probe;

    JackLauncher(ProcessManager processes, JackProbe probe) {
        this.processes = processes;
        this.probe = probe;
    }

    /** How jackd is started on a sound card. */
    static ProcessSpec onCard(AudioRequest request, String name, String card) {
        String device = "hw:" + card;
        return spec(request, name, List.of("-n", name, "-d", "alsa", "-d", device));
    }

    /** How jackd is started without one: it keeps time by the clock and throws the sound away. */
    static ProcessSpec dummy(AudioRequest request, String name) {
        return spec(request, name, List.of("--no-realtime", "-n", name, "-d", "dummy"));
    }

    private static ProcessSpec spec(AudioRequest request, String name, List<String> driver) {
        List<String> arguments = new ArrayList<>(driver);
        arguments.addAll(List.of("-r", Integer.toString(request.sampleRate())));
        arguments.addAll(List.of("-p", Integer.toString(request.periodFrames())));
        // Without a session bus nobody could grant the reservation of a sound card.
        Map<String, String> environment =
                System.getenv("DBUS_SESSION_BUS_ADDRESS") == null
                        ? Map.of("JACK_NO_AUDIO_RESERVATION", "1")
                        : Map.of();
        return new ProcessSpec(
                "jackd " + name,
                Program.jackd(),
                arguments,
                environment,
                request.directory(),
                request.directory().resolve("jackd-" + name + ".log"),
                request.survivesHost());
    }

    /** Blocks until it runs, at most ten seconds. */
    ManagedProcess start(ProcessSpec spec, String name) {
        ManagedProcess process = processes.start(spec);
        Reply<ProcessExit> exit = process.exit();
        long end = System.nanoTime() + DEADLINE.toNanos();
        try {
            while (System.nanoTime() - end < 0) {
                if (hasEnded(exit)) {
                    throw refused(name, process.lastLines(RecentLines.CAPACITY));
                }
                Duration left = Duration.ofNanos(end - System.nanoTime());
                if (probe.isRunning(name, left) && process.isAlive()) {
                    return process;
                }
            }
            throw new ProcessException(
                    "jackd %s did not come up within %d s: see %s"
                            .formatted(name, DEADLINE.toSeconds(), spec.output()));
        } catch (ProcessException failure) {
            process.end(GRACE);
            throw failure;
        }
    }

    private static boolean hasEnded(Reply<ProcessExit> exit) {
        try {
            exit.get(PAUSE.toNanos(), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException stillRunning) {
            return false;
        } catch (ExecutionException released) {
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ProcessException("interrupted while jackd was started", interrupted);
        }
    }

    private static ProcessException refused(String name, List<String> lines) {
        if (lines.stream().anyMatch(line -> line.contains("Too many servers already active"))) {
            return new ProcessException(
                    ("jackd %s was not started, for JACK knows eight servers on a machine and all"
                         + " are taken: end one; one that was killed keeps its place until a"
                         + " namesake has been started and ended")
                            .formatted(name));
        }
        List<String> last = lines.subList(Math.max(0, lines.size() - 3), lines.size());
        return new ProcessException(
                "jackd %s did not start: %s".formatted(name, String.join(" / ", last)));
    }
}
