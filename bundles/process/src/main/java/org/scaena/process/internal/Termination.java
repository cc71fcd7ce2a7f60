package org.scaena.process.internal;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.scaena.command.Reply;
import org.scaena.process.Ending;
import org.scaena.process.ExitCause;
import org.scaena.process.ProcessExit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends a process: a word of farewell, TERM, KILL, each only if the one before was not enough. */
final class Termination {

    private static final Logger LOG = LoggerFactory.getLogger(Termination.class);

    private final String name;
    private final Subject subject;
    private final ProcessTree tree;
    private final ScheduledExecutorService timer;
    private final Reply<ProcessExit> exit;
    private volatile boolean asked;
    private volatile boolean unresponsive;
    private volatile boolean killed;

    Termination(
            String name,
            Subject subject,
            ProcessTree tree,
            ScheduledExecutorService timer,
            Reply<ProcessExit> exit) {
        this.name = name;
        this.subject = subject;
        this.tree = tree;
        this.timer = timer;
        this.exit = exit;
    }

    /** Whether we have asked it to end. */
    boolean asked() {
        return asked;
    }

    /** Whether we ended it because it did not answer. */
    boolean unresponsive() {
        return unresponsive;
    }

    /** Whether TERM was not enough. */
    boolean killed() {
        return killed;
    }

    /** Begins; does not block. */
    void begin(Ending ending) {
        unresponsive |= ending.cause() == ExitCause.HUNG;
        asked = true;
        if (ending.farewell().isPresent() && said(ending.farewell().get())) {
            unlessEndedAfter(ending.farewellLimit(), () -> terminate(ending.grace()));
        } else {
            terminate(ending.grace());
        }
    }

    private boolean said(Runnable farewell) {
        try {
            farewell.run();
            return true;
        } catch (RuntimeException failure) {
            LOG.warn("{} could not be asked to end: {}", name, failure.toString());
            return false;
        }
    }

    private void terminate(Duration grace) {
        tree.terminate();
        unlessEndedAfter(grace, this::kill);
    }

    private void kill() {
        LOG.warn("{} (pid {}) did not end when asked: killed", name, subject.handle().pid());
        killed = true;
        tree.kill();
    }

    private void unlessEndedAfter(Duration limit, Runnable next) {
        Runnable step =
                () -> {
                    if (subject.isAlive()) {
                        next.run();
                    }
                };
        try {
            Future<?> planned = timer.schedule(step, limit.toNanos(), TimeUnit.NANOSECONDS);
            exit.whenComplete((end, failure) -> planned.cancel(false));
        } catch (RejectedExecutionException managerStopped) {
            step.run();
        }
    }
}
