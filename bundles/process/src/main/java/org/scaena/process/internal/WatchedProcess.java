package org.scaena.process.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import org.scaena.command.Done;
import org.scaena.command.Reply;
import org.scaena.command.Subscription;
import org.scaena.process.Ending;
import org.scaena.process.ManagedProcess;
import org.scaena.process.MemoryUse;
import org.scaena.process.OutputKind;
import org.scaena.process.OutputListener;
import org.scaena.process.ProcessException;
import org.scaena.process.ProcessExit;
import org.scaena.process.ProcessIdentity;
import org.scaena.process.ProcessSpec;
import org.scaena.process.Readiness;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A process with its tail thread. */
final class WatchedProcess implements ManagedProcess, OutputTail.Watcher {

    private static final int LINES_OF_EXIT = 20;
    private static final Logger LOG = LoggerFactory.getLogger(WatchedProcess.class);

    /**
     * What all processes of a manager share.
     *
     * @param timer runs what has to wait for the end of a time
     * @param versions of programs
     * @param gone told when a process has ended or was released, before anybody who waits
     */
    record Keeper(
            ScheduledExecutorService timer, Versions versions, Consumer<WatchedProcess> gone) {}

    private final ProcessSpec spec;
    private final ProcessIdentity identity;
    private final Subject subject;
    private final Keeper keeper;
    private final ProcessTree tree;
    private final Printed printed;
    private final OutputTail tail;
    private final Optional<MemoryWatch> memory;
    private final StandardInput input;
    private final Reply<ProcessExit> exit;
    private final Termination termination;
    private volatile boolean expected;
    private volatile boolean released;

    WatchedProcess(
            ProcessSpec spec,
            ProcessIdentity identity,
            Subject subject,
            OutputFile output,
            Keeper keeper) {
        this.spec = spec;
        this.identity = identity;
        this.subject = subject;
        this.keeper = keeper;
        this.tree = new ProcessTree(subject.handle(), identity);
        this.printed = new Printed(spec.name());
        this.input = new StandardInput(spec.name(), subject.input(spec.input()));
        this.memory = memoryWatch(spec, identity.pid());
        this.exit = new Reply<>("the end of " + spec.name());
        this.termination = new Termination(spec.name(), subject, tree, keeper.timer(), exit);
        this.tail = new OutputTail(spec.name(), output, subject, this);
    }

    private static Optional<MemoryWatch> memoryWatch(ProcessSpec spec, long pid) {
        return spec.limits().residentBytes().stream()
                .mapToObj(
                        limit ->
                                new MemoryWatch(
                                        spec.name(),
                                        limit,
                                        () -> ProcFs.residentBytes(pid),
                                        System::nanoTime))
                .findFirst();
    }

    /** Begins to watch. */
    void watch() {
        tail.start();
    }

    /** Takes a line that it printed before it was watched; it says nothing about its end. */
    void earlierLine(String text) {
        printed.earlier(text);
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
    public <T> Reply<T> whenReady(Readiness<T> readiness, Duration limit) {
        return new ReadinessRun<>(
                        this, printed, readiness, limit, keeper.timer(), keeper.versions())
                .start();
    }

    @Override
    public Map<OutputKind, Long> counts() {
        return printed.counts();
    }

    @Override
    public Reply<Done> write(String text) {
        return input.write(text);
    }

    @Override
    public List<String> lastLines(int count) {
        return printed.recent().last(count);
    }

    @Override
    public Subscription listen(OutputListener listener) {
        return printed.listen(listener);
    }

    @Override
    public Subscription listenToMemory(Consumer<MemoryUse> listener) {
        return memory.map(watch -> watch.listen(listener)).orElse(() -> {});
    }

    @Override
    public void expectExit() {
        expected = true;
    }

    @Override
    public Reply<ProcessExit> end(Duration grace) {
        return end(Ending.asked(grace));
    }

    @Override
    public Reply<ProcessExit> end(Ending ending) {
        if (!released && subject.isAlive()) {
            termination.begin(ending);
        }
        return exit();
    }

    @Override
    public void release() {
        if (exit.isDone()) {
            return;
        }
        released = true;
        tail.stop();
        input.close();
        keeper.gone().accept(this);
        LOG.info("{} (pid {}) is left running", spec.name(), identity.pid());
        exit.completeExceptionally(
                new ProcessException(
                        spec.name() + " is not watched any more: adopt it to hear of its end"));
    }

    @Override
    public void line(String text) {
        printed.line(text);
    }

    @Override
    public void lives() {
        memory.ifPresent(MemoryWatch::look);
    }

    @Override
    public void died() {
        tree.killOrphans();
    }

    @Override
    public void ended() {
        input.close();
        ProcessExit end = classified();
        keeper.gone().accept(this);
        LOG.info("{} (pid {}) {}", spec.name(), identity.pid(), end.description());
        exit.complete(end);
    }

    private ProcessExit classified() {
        JackLeftovers.remove(spec);
        Leftovers leftovers = Leftovers.of(spec);
        boolean bySignal = subject.exitCode().orElse(Integer.MAX_VALUE) > 128;
        boolean leftFile = bySignal && leftovers.remove();
        ExitEvidence evidence =
                new ExitEvidence(
                        expected,
                        termination.unresponsive(),
                        termination.asked(),
                        termination.killed(),
                        printed.kinds(),
                        subject.exitCode(),
                        leftFile,
                        leftovers.tell());
        return new ProcessExit(
                evidence.cause(),
                subject.exitCode().orElse(-1),
                Instant.now(),
                printed.recent().last(LINES_OF_EXIT));
    }
}
