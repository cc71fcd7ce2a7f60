package org.scaena.process.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.scaena.command.Reply;
import org.scaena.command.Subscription;
import org.scaena.process.ManagedProcess;
import org.scaena.process.OutputKind;
import org.scaena.process.OutputLine;
import org.scaena.process.OutputListener;
import org.scaena.process.ProcessException;
import org.scaena.process.ProcessExit;
import org.scaena.process.ProcessIdentity;
import org.scaena.process.ProcessSpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A process with its tail thread. */
final class WatchedProcess implements ManagedProcess, OutputTail.Watcher {

    private static final int LINES_OF_EXIT = 20;
    private static final Logger LOG = LoggerFactory.getLogger(WatchedProcess.class);

    private final ProcessSpec spec;
    private final ProcessIdentity identity;
    private final Subject subject;
    private final ScheduledExecutorService killer;
    private final Consumer<WatchedProcess> gone;
    private final ProcessTree tree;
    private final OutputTail tail;
    private final LineReport report;
    private final RecentLines recent = new RecentLines();
    private final List<OutputListener> listeners = new CopyOnWriteArrayList<>();
    private final Set<OutputKind> seen = Collections.synchronizedSet(EnumSet.of(OutputKind.OTHER));
    private final Reply<ProcessExit> exit;
    private volatile boolean expected;
    private volatile boolean terminated;
    private volatile boolean killed;
    private volatile boolean released;

    /**
     * @param killer runs what has to wait for the end of a grace
     * @param gone told when the process has ended or was released, before anybody who waits
     */
    WatchedProcess(
            ProcessSpec spec,
            ProcessIdentity identity,
            Subject subject,
            OutputFile output,
            ScheduledExecutorService killer,
            Consumer<WatchedProcess> gone) {
        this.spec = spec;
        this.identity = identity;
        this.subject = subject;
        this.killer = killer;
        this.gone = gone;
        this.tree = new ProcessTree(subject.handle(), identity);
        this.report = new LineReport(spec.name());
        this.exit = new Reply<>("the end of " + spec.name());
        this.tail = new OutputTail(spec.name(), output, subject, this);
    }

    /** Begins to watch. */
    void watch() {
        tail.start();
    }

    /** Takes a line that it printed before it was watched; it says nothing about its end. */
    void earlierLine(String text) {
        recent.add(text);
    }

    @Override
    public ProcessSpec spec() {
        return spec;
    }

    @Override
    public ProcessIdentity identity() {
        return identity;
    }

    @Override
    public boolean isAlive() {
        return subject.isAlive();
    }

    /** A reply for each caller: the deadline of one is not the deadline of all. */
    @Override
    public Reply<ProcessExit> exit() {
        return (Reply<ProcessExit>) exit.copy();
    }

    @Override
    public List<String> lastLines(int count) {
        return recent.last(count);
    }

    @Override
    public Subscription listen(OutputListener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public void expectExit() {
        expected = true;
    }

    @Override
    public Reply<ProcessExit> end(Duration grace) {
        if (released || !subject.isAlive()) {
            return exit();
        }
        terminated = true;
        tree.terminate();
        try {
            Future<?> kill =
                    killer.schedule(this::killIfAlive, grace.toNanos(), TimeUnit.NANOSECONDS);
            exit.whenComplete((end, failure) -> kill.cancel(false));
        } catch (RejectedExecutionException managerStopped) {
            killIfAlive();
        }
        return exit();
    }

    private void killIfAlive() {
        if (subject.isAlive()) {
            LOG.warn("{} (pid {}) did not end when asked: killed", spec.name(), identity.pid());
            killed = true;
            tree.kill();
        }
    }

    @Override
    public void release() {
        if (exit.isDone()) {
            return;
        }
        released = true;
        tail.stop();
        gone.accept(this);
        LOG.info("{} (pid {}) is left running", spec.name(), identity.pid());
        exit.completeExceptionally(
                new ProcessException(
                        spec.name() + " is not watched any more: adopt it to hear of its end"));
    }

    @Override
    public void line(String text) {
        OutputKind kind = OutputClassifier.classify(text);
        seen.add(kind);
        recent.add(text);
        report.line(kind, text);
        if (!listeners.isEmpty()) {
            OutputLine line = new OutputLine(Instant.now(), kind, text);
            listeners.forEach(listener -> tell(listener, line));
        }
    }

    /** A listener that throws is dropped: the next line would make it throw again. */
    private void tell(OutputListener listener, OutputLine line) {
        try {
            listener.line(line);
        } catch (RuntimeException | Error failure) {
            listeners.remove(listener);
            LOG.warn("{} threw on a line of {} and is dropped", listener, spec.name(), failure);
        }
    }

    @Override
    public void died() {
        tree.killOrphans();
    }

    @Override
    public void ended() {
        Leftovers leftovers = Leftovers.of(spec);
        boolean bySignal = subject.exitCode().orElse(Integer.MAX_VALUE) > 128;
        boolean leftFile = bySignal && leftovers.remove();
        ExitEvidence evidence =
                new ExitEvidence(
                        expected,
                        terminated,
                        killed,
                        seen,
                        subject.exitCode(),
                        leftFile,
                        leftovers.tell());
        ProcessExit end =
                new ProcessExit(
                        evidence.cause(),
                        subject.exitCode().orElse(-1),
                        Instant.now(),
                        recent.last(LINES_OF_EXIT));
        gone.accept(this);
        LOG.info(
                "{} (pid {}) has ended: {}, code {}",
                spec.name(),
                identity.pid(),
                end.cause(),
                end.code());
        exit.complete(end);
    }
}
