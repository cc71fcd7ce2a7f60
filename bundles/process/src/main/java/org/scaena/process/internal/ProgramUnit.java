package org.scaena.process.internal;

import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.scaena.command.Reply;
import org.scaena.command.ServerException;
import org.scaena.process.Ending;
import org.scaena.process.ManagedProcess;
import org.scaena.process.ProcessExit;
import org.scaena.process.ProcessManager;
import org.scaena.process.ProcessSpec;
import org.scaena.process.Readiness;
import org.scaena.process.Supervised;

/** A program that is supervised. */
final class ProgramUnit implements Supervised {

    private static final Duration SLACK = Duration.ofSeconds(2);

    private final ProcessManager processes;
    private final ProcessSpec spec;
    private final Readiness<?> readiness;
    private final Duration limit;
    private final Ending ending;
    private volatile @Nullable ManagedProcess process;

    ProgramUnit(
            ProcessManager processes,
            ProcessSpec spec,
            Readiness<?> readiness,
            Duration limit,
            Ending ending) {
        this.processes = processes;
        this.spec = spec;
        this.readiness = readiness;
        this.limit = limit;
        this.ending = ending;
    }

    @Override
    public String name() {
        return spec.name();
    }

    @Override
    public Reply<ProcessExit> start(Consumer<String> progress) {
        ManagedProcess started = processes.start(spec);
        process = started;
        progress.accept("started as process " + started.identity().pid());
        try {
            started.whenReady(readiness, limit).await(limit.plus(SLACK));
            return started.exit();
        } catch (ServerException notReady) {
            Thread.interrupted(); // what was started is ended, also if it is no longer wanted
            end(started, Ending.unresponsive(ending.grace()));
            throw notReady;
        }
    }

    @Override
    public void stop() {
        ManagedProcess now = process;
        if (now != null) {
            end(now, ending);
        }
    }

    private static void end(ManagedProcess process, Ending way) {
        Duration most = way.farewellLimit().plus(way.grace()).plus(SLACK);
        process.end(way).await(most);
    }
}
