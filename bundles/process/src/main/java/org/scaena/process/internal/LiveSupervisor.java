package org.scaena.process.internal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.scaena.process.RestartPolicy;
import org.scaena.process.Supervised;
import org.scaena.process.SupervisionListener;
import org.scaena.process.Supervisor;
import org.scaena.process.SupervisorState;

/** A place in the tree of supervisors, with a thread that runs its loop. */
final class LiveSupervisor implements Supervisor, SupervisionLoop.Neighbours {

    private static final long END_MILLIS = 500;
    private static final Duration JOIN = Duration.ofSeconds(10);

    private final @Nullable LiveSupervisor above;
    private final List<LiveSupervisor> below = new CopyOnWriteArrayList<>();
    private final Time time;
    private final SupervisionLoop loop;
    private final Thread thread;

    private LiveSupervisor(
            Supervised unit,
            RestartPolicy policy,
            SupervisionListener listener,
            @Nullable LiveSupervisor above,
            Time time) {
        this.above = above;
        this.time = time;
        this.loop = new SupervisionLoop(unit, policy, listener, this, time);
        this.thread = new Thread(loop, "scaena-supervisor-" + unit.name());
        this.thread.setDaemon(true);
    }

    /** A supervisor with none above it, at work. */
    static LiveSupervisor begin(
            Supervised unit, RestartPolicy policy, SupervisionListener listener, Time time) {
        LiveSupervisor top = new LiveSupervisor(unit, policy, listener, null, time);
        top.thread.start();
        return top;
    }

    @Override
    public String name() {
        return loop.name();
    }

    @Override
    public SupervisorState state() {
        return loop.state();
    }

    @Override
    public Supervisor supervise(
            Supervised other, RestartPolicy policy, SupervisionListener listener) {
        LiveSupervisor child = new LiveSupervisor(other, policy, listener, this, time);
        below.add(child);
        child.thread.start();
        return child;
    }

    @Override
    public void retryNow() {
        loop.wake();
    }

    @Override
    public Optional<String> missing() {
        return Optional.ofNullable(above)
                .filter(supervisor -> supervisor.state() != SupervisorState.RUNNING)
                .map(LiveSupervisor::name);
    }

    @Override
    public void running() {
        below.forEach(LiveSupervisor::retryNow);
    }

    @Override
    public void ended() {
        for (LiveSupervisor child : below) {
            child.loop.follow();
            child.ended();
        }
    }

    @Override
    public void close() {
        below.forEach(LiveSupervisor::close);
        loop.close();
        abandon();
        try {
            if (Thread.currentThread() != thread) {
                thread.join(JOIN.toMillis());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for the thread that {@link #abandon} has ended, so that it does nothing afterwards. */
    void awaitEnd() {
        below.forEach(LiveSupervisor::awaitEnd);
        try {
            if (Thread.currentThread() != thread) {
                thread.join(END_MILLIS);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Watches no more, and leaves all as it is. */
    void abandon() {
        below.forEach(LiveSupervisor::abandon);
        loop.abandon();
        thread.interrupt();
    }
}
