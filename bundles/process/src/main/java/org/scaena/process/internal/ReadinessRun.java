package org.scaena.process.internal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.scaena.command.Reply;
import org.scaena.command.Subscription;
import org.scaena.process.ManagedProcess;
import org.scaena.process.NotReadyException;
import org.scaena.process.OutputLine;
import org.scaena.process.ProcessExit;
import org.scaena.process.Readiness;
import org.scaena.process.Startup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One proof that a process can be used, on a thread of its own, with a limit. */
final class ReadinessRun<T> implements Startup {

    private static final Duration REPORT = Duration.ofSeconds(5);
    private static final Duration HEED = Duration.ofSeconds(1);
    private static final int SHOWN_LINES = 5;
    private static final Logger LOG = LoggerFactory.getLogger(ReadinessRun.class);

    private final WatchedProcess process;
    private final Printed printed;
    private final Readiness<T> readiness;
    private final Duration limit;
    private final ScheduledExecutorService timer;
    private final Versions versions;
    private final Reply<T> proof;
    private final Thread thread;
    private final long startNanos = System.nanoTime();
    private final AtomicReference<@Nullable Trouble> trouble = new AtomicReference<>();
    private volatile String step = "it was started";

    ReadinessRun(
            WatchedProcess process,
            Printed printed,
            Readiness<T> readiness,
            Duration limit,
            ScheduledExecutorService timer,
            Versions versions) {
        this.process = process;
        this.printed = printed;
        this.readiness = readiness;
        this.limit = limit;
        this.timer = timer;
        this.versions = versions;
        this.proof = new Reply<>("the start of " + name());
        this.thread = new Thread(this::run, "scaena-ready-" + name());
        this.thread.setDaemon(true);
    }

    private String name() {
        return process.spec().name();
    }

    Reply<T> start() {
        Future<?> reports =
                timer.scheduleAtFixedRate(
                        this::report, REPORT.toNanos(), REPORT.toNanos(), TimeUnit.NANOSECONDS);
        Trouble tooLong = new Trouble("was not ready within " + seconds(limit), Optional.empty());
        Future<?> end = later(limit, () -> giveUp(tooLong));
        proof.whenComplete(
                (value, failure) -> {
                    reports.cancel(false);
                    end.cancel(false);
                    thread.interrupt();
                });
        thread.start();
        process.exit().whenComplete((exit, released) -> giveUp(Trouble.of(exit)));
        return proof;
    }

    private Future<?> later(Duration delay, Runnable task) {
        return timer.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    private static String seconds(Duration duration) {
        return duration.toMillis() / 1000.0 + " s";
    }

    private void report() {
        Duration since = Duration.ofNanos(System.nanoTime() - startNanos);
        LOG.info("{} is not ready after {} s: {}", name(), since.toSeconds(), step);
    }

    private void run() {
        try {
            T value = readiness.prove(this);
            if (process.isAlive()) {
                proof.complete(value);
            } else {
                fail(Trouble.of(process.exit().await()), null);
            }
        } catch (InterruptedException | RuntimeException stopped) {
            Trouble known = trouble.get();
            fail(known == null ? Trouble.of(stopped) : known, stopped);
        } catch (Exception failure) {
            fail(Trouble.of(failure), failure);
        }
    }

    /** The proof is interrupted; one that does not heed it is left to itself. */
    private void giveUp(Trouble why) {
        if (!proof.isDone() && trouble.compareAndSet(null, why)) {
            thread.interrupt();
            if (!timer.isShutdown()) {
                later(HEED, () -> fail(why, null));
            }
        }
    }

    private void fail(Trouble why, @Nullable Throwable cause) {
        Thread.interrupted(); // what follows must not be cut short
        String hint = versions.hint(process.spec().program()).map("; "::concat).orElse("");
        List<String> lines = process.lastLines(SHOWN_LINES);
        String said =
                lines.isEmpty()
                        ? "it printed nothing"
                        : "its last words: " + String.join(" / ", lines);
        String message = "%s %s (%s)%s; %s".formatted(name(), why.words, step, hint, said);
        proof.completeExceptionally(new NotReadyException(message, why.exit, cause));
    }

    /** Why it is given up; the words follow the name. */
    private record Trouble(String words, Optional<ProcessExit> exit) {

        static Trouble of(@Nullable ProcessExit exit) {
            return exit == null
                    ? new Trouble("is not watched any more", Optional.empty())
                    : new Trouble(exit.description() + " before it was ready", Optional.of(exit));
        }

        static Trouble of(Exception failure) {
            return new Trouble("cannot be used: " + failure.getMessage(), Optional.empty());
        }
    }

    @Override
    public ManagedProcess process() {
        return process;
    }

    @Override
    public Duration left() {
        Duration left = limit.minusNanos(System.nanoTime() - startNanos);
        return left.isNegative() ? Duration.ZERO : left;
    }

    @Override
    public void progress(String now) {
        step = now;
        LOG.debug("{}: {}", name(), now);
    }

    @Override
    public OutputLine awaitLine(Predicate<OutputLine> wanted) throws InterruptedException {
        CompletableFuture<OutputLine> found = new CompletableFuture<>();
        Subscription later =
                process.listen(
                        line -> {
                            if (wanted.test(line)) {
                                found.complete(line);
                            }
                        });
        try (later) {
            printed.recent().first(wanted).ifPresent(found::complete);
            return found.get();
        } catch (ExecutionException neverThrown) {
            throw new IllegalStateException(neverThrown);
        }
    }
}
