package org.scaena.server.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.scaena.command.Done;
import org.scaena.command.Reply;
import org.scaena.command.ServiceMissingException;
import org.scaena.command.Subscription;
import org.scaena.process.Ending;
import org.scaena.process.ExitCause;
import org.scaena.process.ManagedProcess;
import org.scaena.process.MemoryUse;
import org.scaena.process.OutputKind;
import org.scaena.process.OutputListener;
import org.scaena.process.ProcessExit;
import org.scaena.process.ProcessIdentity;
import org.scaena.process.ProcessManager;
import org.scaena.process.ProcessSpec;
import org.scaena.process.Readiness;

/**
 * A process that outlasts the bundle that watches it: it is released, and the next one takes it
 * over. Its output goes to a file, so nothing of it is lost.
 */
final class LastingProcess implements ManagedProcess {

    private static final int LINES = 20;

    private final ProcessSpec spec;
    private final ProcessIdentity identity;
    private final Reply<ProcessExit> exit;
    private final List<Attachment<ManagedProcess>> listening = new CopyOnWriteArrayList<>();
    private final Map<OutputKind, Long> formerCounts = new EnumMap<>(OutputKind.class);
    private List<String> formerLines = List.of();
    private volatile @Nullable ManagedProcess watched;
    private volatile boolean expected;

    LastingProcess(ManagedProcess process) {
        this.spec = process.spec();
        this.identity = process.identity();
        this.exit = new Reply<>("the end of " + spec.name());
        watch(process);
    }

    private void watch(ManagedProcess process) {
        watched = process;
        if (expected) {
            process.expectExit();
        }
        listening.forEach(one -> one.attach(process));
        process.exit()
                .whenComplete(
                        (end, released) -> {
                            if (end != null) {
                                exit.complete(end);
                            } else if (watched == process) {
                                exit.completeExceptionally(Replies.plain(released));
                            }
                        });
    }

    /** The manager goes: the process is left alone, and nobody watches it. */
    synchronized void part() {
        ManagedProcess leaving = watched;
        if (leaving != null && !exit.isDone()) {
            leaving.counts().forEach((kind, count) -> formerCounts.merge(kind, count, Long::sum));
            formerLines = leaving.lastLines(LINES);
            watched = null;
            leaving.release();
            handle().ifPresent(handle -> handle.onExit().thenRun(this::endedUnwatched));
        }
    }

    /** The next manager takes it over, if it still lives. */
    synchronized void rejoin(ProcessManager manager) {
        if (watched == null && !exit.isDone()) {
            manager.adopt(identity, spec).ifPresentOrElse(this::watch, this::endedUnwatched);
        }
    }

    private void endedUnwatched() {
        if (watched == null) {
            ExitCause cause = expected ? ExitCause.ASKED : ExitCause.CRASHED;
            exit.complete(new ProcessExit(cause, -1, Instant.now(), formerLines));
        }
    }

    /** It has our token, so it was ours; its pid alone may be used again one day. */
    private Optional<ProcessHandle> handle() {
        return ProcessHandle.of(identity.pid()).filter(ProcessHandle::isAlive);
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
        ManagedProcess now = watched;
        return now == null ? !exit.isDone() && handle().isPresent() : now.isAlive();
    }

    /** A reply for each caller: the deadline of one is not the deadline of all. */
    @Override
    public Reply<ProcessExit> exit() {
        return (Reply<ProcessExit>) exit.copy();
    }

    @Override
    public <T> Reply<T> whenReady(Readiness<T> readiness, Duration limit) {
        ManagedProcess now = watched;
        return now == null ? Reply.failed(missing()) : now.whenReady(readiness, limit);
    }

    @Override
    public Map<OutputKind, Long> counts() {
        ManagedProcess now = watched;
        Map<OutputKind, Long> counts = now == null ? new EnumMap<>(OutputKind.class) : copy(now);
        synchronized (this) {
            formerCounts.forEach((kind, count) -> counts.merge(kind, count, Long::sum));
        }
        return Map.copyOf(counts);
    }

    private static Map<OutputKind, Long> copy(ManagedProcess process) {
        Map<OutputKind, Long> counts = new EnumMap<>(OutputKind.class);
        counts.putAll(process.counts());
        return counts;
    }

    @Override
    public Reply<Done> write(String text) {
        ManagedProcess now = watched;
        return now == null ? Reply.failed(missing()) : now.write(text);
    }

    private static ServiceMissingException missing() {
        return new ServiceMissingException(ProcessManager.class.getName());
    }

    @Override
    public List<String> lastLines(int count) {
        ManagedProcess now = watched;
        if (now != null) {
            return now.lastLines(count);
        }
        List<String> former = formerLines;
        return former.subList(Math.max(0, former.size() - count), former.size());
    }

    @Override
    public Subscription listen(OutputListener listener) {
        return attached(process -> process.listen(listener));
    }

    @Override
    public Subscription listenToMemory(Consumer<MemoryUse> listener) {
        return attached(process -> process.listenToMemory(listener));
    }

    private Subscription attached(Function<ManagedProcess, Subscription> listen) {
        Attachment<ManagedProcess> one = new Attachment<>(listen, listening::remove);
        listening.add(one);
        ManagedProcess now = watched;
        if (now != null) {
            one.attach(now);
        }
        return one;
    }

    @Override
    public void expectExit() {
        expected = true;
        ManagedProcess now = watched;
        if (now != null) {
            now.expectExit();
        }
    }

    @Override
    public Reply<ProcessExit> end(Duration grace) {
        return end(Ending.asked(grace));
    }

    /** Without a manager it is ended by the means of the JDK, so that it is not left for ever. */
    @Override
    public Reply<ProcessExit> end(Ending ending) {
        ManagedProcess now = watched;
        if (now != null) {
            now.end(ending);
        } else {
            ending.farewell().ifPresent(Runnable::run);
            handle().ifPresent(handle -> end(handle, ending.grace()));
        }
        return exit();
    }

    private static void end(ProcessHandle handle, Duration grace) {
        handle.destroy();
        CompletableFuture.delayedExecutor(grace.toNanos(), TimeUnit.NANOSECONDS)
                .execute(handle::destroyForcibly);
    }

    @Override
    public void release() {
        ManagedProcess now = watched;
        if (now != null) {
            now.release();
        }
    }
}
