package org.scaena.server.internal;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.scaena.command.Reply;
import org.scaena.command.ServerException;
import org.scaena.process.ManagedProcess;
import org.scaena.process.ProcessExit;
import org.scaena.process.Restart;
import org.scaena.process.Supervised;
import org.scaena.process.SupervisionEvent;
import org.scaena.process.Supervisor;
import org.scaena.process.SupervisorState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a server of ours running: a supervisor sees it end and has it brought back, as it was, on
 * the life thread.
 *
 * <p>All but what the supervisor calls is called on the life thread.
 */
final class Recovery implements Supervised {

    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

    private final Life life;
    private volatile boolean wanted;
    private volatile @Nullable Future<?> attempt;
    private volatile @Nullable Reply<ProcessExit> watched;
    private @Nullable Supervisor supervisor;

    Recovery(Life life) {
        this.life = life;
    }

    /** Whether a server that ends unasked is brought back; none is when the host ends. */
    boolean isOn() {
        return wanted && !life.isHostEnding();
    }

    /** A server is up. */
    void begin(ServerRun up) {
        if (up.isOwned() && life.settings().continuity().restart()) {
            wanted = true;
            look();
        }
    }

    /** Sees to it that there is a supervisor: it goes with the bundle that it comes from. */
    void look() {
        Supervisor now = supervisor;
        if (wanted && (now == null || now.state() == SupervisorState.STOPPED)) {
            try {
                supervisor =
                        life.services()
                                .processes()
                                .supervise(
                                        this, life.settings().continuity().policy(), this::heard);
            } catch (ServerException noManager) {
                LOG.debug("nobody supervises '{}' for the moment", name(), noManager);
            }
        }
    }

    /** It is to end, or is left to others: nobody brings it back any more. */
    void end() {
        wanted = false;
        Supervisor now = supervisor;
        supervisor = null;
        if (now != null) {
            now.close();
        }
    }

    /** Interrupts an attempt to bring it back; from any thread. */
    void cancel() {
        wanted = false;
        Future<?> now = attempt;
        if (now != null) {
            now.cancel(true);
        }
    }

    /** Tries now, and not after a pause. */
    void hurry() {
        Supervisor now = supervisor;
        if (now != null) {
            now.retryNow();
        }
    }

    private void heard(SupervisionEvent event) {
        if (event instanceof SupervisionEvent.Waiting waiting) {
            life.progress("waits for " + waiting.what());
        } else if (event instanceof SupervisionEvent.Restarting restarting
                && !restarting.restart().pause().isZero()) {
            Restart restart = restarting.restart();
            life.progress(
                    "%s; restart %d in %.1f s"
                            .formatted(
                                    restart.reason(),
                                    restart.inARow(),
                                    restart.pause().toMillis() / 1000.0));
        } else if (event instanceof SupervisionEvent.Alarm alarm) {
            life.progress(
                    "was restarted %d times within %d s: find out why"
                            .formatted(alarm.restarts(), alarm.within().toSeconds()));
        }
    }

    // ---- called by the supervisor

    @Override
    public String name() {
        return "server " + life.settings().name();
    }

    @Override
    public Optional<String> waitsFor() {
        return life.state().run().isPresent() ? Optional.empty() : life.audio().missing();
    }

    @Override
    public Reply<ProcessExit> start(Consumer<String> progress) {
        Reply<ProcessExit> end = onLifeThread(() -> process().exit());
        watched = end;
        return end;
    }

    private ManagedProcess process() {
        if (!isOn()) {
            throw new ServerException(name() + " is not wanted any more");
        }
        life.wayDown().noticeEnd();
        return life.state()
                .run()
                .or(() -> Optional.of(life.wayUp().again()))
                .flatMap(ServerRun::process)
                .orElseThrow();
    }

    @Override
    public void beforeRestart(Restart restart) {
        onLifeThread(
                () -> {
                    life.wayDown().noticeEnd();
                    return restart;
                });
    }

    /** Whoever ends the supervisor says what becomes of the server: here it is only left alone. */
    @Override
    public void stop() {
        Reply<ProcessExit> end = watched;
        if (end != null) {
            end.completeExceptionally(new ServerException(name() + " is left alone"));
        }
    }

    private <T> T onLifeThread(Supplier<T> task) {
        try {
            Future<T> future = life.thread().call(task::get);
            attempt = future;
            return result(future);
        } catch (RejectedExecutionException closed) {
            throw new ServerException(name() + " has ended", closed);
        }
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException noLongerWanted) {
            future.cancel(true);
            Thread.currentThread().interrupt();
            throw new ServerException("interrupted", noLongerWanted);
        } catch (CancellationException cancelled) {
            throw new ServerException("interrupted", cancelled);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new ServerException(String.valueOf(failed.getCause()), failed);
        }
    }
}
