package org.scaena.process.internal;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.scaena.command.Reply;
import org.scaena.process.ProcessExit;
import org.scaena.process.Restart;
import org.scaena.process.RestartPolicy;
import org.scaena.process.Supervised;
import org.scaena.process.SupervisionEvent;
import org.scaena.process.SupervisionListener;
import org.scaena.process.SupervisorState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps one thing running: waits for what is missing, starts, watches, pauses, and again. */
final class SupervisionLoop implements Runnable {

    private static final Duration LOOK = Duration.ofMillis(500);

    /** How long it may take to end by itself when what is above has ended. */
    private static final Duration FOLLOW = Duration.ofSeconds(2);

    private static final Logger LOG = LoggerFactory.getLogger(SupervisionLoop.class);

    /** What is above and below in the tree. */
    interface Neighbours {
        /** What does not run above. */
        Optional<String> missing();

        /** It runs now: what is below may be started. */
        void running();

        /** It has ended: what is below follows. */
        void ended();
    }

    private final Supervised unit;
    private final SupervisionListener listener;
    private final Neighbours neighbours;
    private final Time time;
    private final Restarts restarts;
    private final Semaphore wake = new Semaphore(0);
    private volatile SupervisorState state = SupervisorState.WAITING;
    private volatile @Nullable Reply<ProcessExit> running;
    private volatile boolean stoppedToFollow;
    private volatile boolean closed;

    SupervisionLoop(
            Supervised unit,
            RestartPolicy policy,
            SupervisionListener listener,
            Neighbours neighbours,
            Time time) {
        this.unit = unit;
        this.listener = listener;
        this.neighbours = neighbours;
        this.time = time;
        this.restarts = new Restarts(policy);
    }

    String name() {
        return unit.name();
    }

    SupervisorState state() {
        return state;
    }

    /** Ends a pause. */
    void wake() {
        wake.release();
    }

    /** What is above has ended: waits until this has ended too, or stops it. */
    void follow() {
        Reply<ProcessExit> end = running;
        if (end != null && !isDone(end, FOLLOW)) {
            LOG.warn("{} did not end with what it depends on: it is stopped", name());
            stoppedToFollow = true;
            stopUnit();
        }
    }

    private void stopUnit() {
        try {
            unit.stop();
        } catch (RuntimeException failure) {
            LOG.warn("{} could not be stopped", name(), failure);
        }
    }

    /** Stops it if it runs, and does not start it any more. */
    void close() {
        closed = true;
        if (running != null) {
            stopUnit();
        }
    }

    /** Does nothing more; the thread is interrupted after this. */
    void abandon() {
        closed = true;
    }

    @Override
    public void run() {
        try {
            boolean goesOn = true;
            while (goesOn && !closed) {
                awaitWhatIsMissing();
                goesOn = liveOnce();
            }
        } catch (InterruptedException noLongerWanted) {
            LOG.debug("{} is supervised no more", name());
        } catch (ExecutionException released) {
            LOG.info("{} is supervised no more: {}", name(), released.getMessage());
        } finally {
            enter(SupervisorState.STOPPED, new SupervisionEvent.Stopped());
        }
    }

    private void awaitWhatIsMissing() throws InterruptedException {
        Optional<String> missing = missing();
        if (missing.isEmpty()) {
            return;
        }
        LOG.info("{} waits for {}", name(), missing.get());
        enter(SupervisorState.WAITING, new SupervisionEvent.Waiting(missing.get()));
        while (missing().isPresent()) {
            time.await(wake, LOOK);
        }
        restarts.beginAnew();
    }

    private Optional<String> missing() {
        try {
            return neighbours.missing().or(unit::waitsFor);
        } catch (RuntimeException failure) {
            return Optional.of("what it cannot look at: " + failure.getMessage());
        }
    }

    /** From one start over its end to the next start; false if it is not wanted any more. */
    private boolean liveOnce() throws InterruptedException, ExecutionException {
        Outcome outcome;
        try {
            Reply<ProcessExit> end = start();
            long begin = time.nanos();
            outcome = Outcome.of(name(), end.get(), Duration.ofNanos(time.nanos() - begin));
        } catch (RuntimeException | LinkageError failure) {
            outcome = Outcome.failed(name(), failure);
        } finally {
            running = null;
        }
        boolean wasAsked = outcome.wasAsked() && !stoppedToFollow;
        stoppedToFollow = false;
        if (closed || wasAsked) {
            return false;
        }
        pause(outcome);
        return true;
    }

    private Reply<ProcessExit> start() {
        enter(SupervisorState.STARTING, new SupervisionEvent.Starting());
        long begin = time.nanos();
        Reply<ProcessExit> end = unit.start(step -> tell(new SupervisionEvent.Progress(step)));
        running = end;
        if (closed) {
            boolean wasInterrupted = Thread.interrupted();
            stopUnit(); // it must have time to end what it has just started
            if (wasInterrupted) {
                Thread.currentThread().interrupt(); // if it is left running, nobody waits for it
            }
        } else {
            Duration took = Duration.ofNanos(time.nanos() - begin);
            enter(SupervisorState.RUNNING, new SupervisionEvent.Running(took));
            neighbours.running();
        }
        return end;
    }

    private void pause(Outcome outcome) throws InterruptedException {
        wake.drainPermits();
        Restart restart = restarts.next(outcome, time.nanos());
        LOG.warn(
                "{}; restart {} in {} s",
                restart.reason(),
                restart.inARow(),
                restart.pause().toMillis() / 1000.0);
        enter(SupervisorState.PAUSING, new SupervisionEvent.Restarting(restart));
        neighbours.ended();
        restarts.alarm()
                .ifPresent(
                        alarm -> {
                            LOG.error(
                                    "{} was restarted {} times within {} s: find out why; it is"
                                            + " tried on, ever more slowly",
                                    name(),
                                    alarm.restarts(),
                                    alarm.within().toSeconds());
                            tell(alarm);
                        });
        try {
            unit.beforeRestart(restart);
        } catch (RuntimeException failure) {
            LOG.warn("{} could not prepare its restart", name(), failure);
        }
        time.await(wake, restart.pause());
    }

    private void enter(SupervisorState next, SupervisionEvent event) {
        state = next;
        tell(event);
    }

    private void tell(SupervisionEvent event) {
        try {
            listener.event(event);
        } catch (RuntimeException failure) {
            LOG.warn("a listener of {} failed on {}", name(), event, failure);
        }
    }

    private static boolean isDone(Reply<ProcessExit> end, Duration limit) {
        try {
            end.get(limit.toNanos(), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException runsStill) {
            return false;
        } catch (ExecutionException released) {
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
