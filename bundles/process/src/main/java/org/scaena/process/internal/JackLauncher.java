package org.scaena.process.internal;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.scaena.command.ServerException;
import org.scaena.process.JackdSpec;
import org.scaena.process.ManagedProcess;
import org.scaena.process.ProcessException;
import org.scaena.process.ProcessManager;
import org.scaena.process.Readiness;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts jackd and waits until it can be used. */
final class JackLauncher {

    private static final Logger LOG = LoggerFactory.getLogger(JackLauncher.class);
    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
    private static final Duration GRACE = Duration.ofSeconds(1);

    private final ProcessManager processes;
    private final JackProbe probe;

    JackLauncher(ProcessManager processes, JackProbe probe) {
        this.processes = processes;
        this.probe = probe;
    }

    /** Blocks until it runs, at most ten seconds. */
    ManagedProcess start(JackdSpec spec) {
        ManagedProcess process = processes.start(spec.toProcess());
        try {
            process.whenReady(answers(spec.server()), DEADLINE).await(DEADLINE.plus(GRACE));
            return process;
        } catch (ServerException failure) {
            end(spec.server(), process);
            throw explained(spec.server(), failure, process.lastLines(RecentLines.CAPACITY));
        }
    }

    /** Waits for its end, also if interrupted: the next one of its name could not start before. */
    private static void end(String name, ManagedProcess process) {
        boolean interrupted = Thread.interrupted();
        try {
            process.end(GRACE).await(GRACE.multipliedBy(2));
        } catch (ServerException stays) {
            LOG.warn("jackd {} has not ended: {}", name, stays.getMessage());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private Readiness<Boolean> answers(String server) {
        return startup -> {
            startup.progress("waiting for its socket");
            while (!probe.isRunning(server, startup.left())) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            }
            return true;
        };
    }

    private static ProcessException explained(
            String name, ServerException failure, List<String> lines) {
        if (lines.stream().anyMatch(line -> line.contains("Too many servers already active"))) {
            return new ProcessException(
                    ("jackd %s was not started, for JACK knows eight servers on a machine and all"
                         + " are taken: end one; one that was killed keeps its place until a"
                         + " namesake has been started and ended")
                            .formatted(name));
        }
        return new ProcessException(String.valueOf(failure.getMessage()), failure);
    }
}
