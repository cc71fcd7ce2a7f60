package org.scaena.server.internal;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import org.scaena.process.ManagedProcess;
import org.scaena.process.OutputKind;
import org.scaena.server.ServerOverload;
import org.scaena.server.ServerStatus;

/** Counts what tells that a server has too much to do; ends nobody for it. */
final class Overload {

    /**
     * JACK tells at most 100, and for what it measures over several periods a little less; once
     * whole periods are missed it tells little: then its xruns tell.
     */
    private static final float FULL_PERCENT = 95;

    private final Life life;
    private final AtomicLong seconds = new AtomicLong();

    Overload(Life life) {
        this.life = life;
    }

    /** A server is up. */
    void begin() {
        seconds.set(0);
    }

    /** What a server says of itself, once a second. */
    void heard(ServerStatus status) {
        if (status.peakCpu() >= FULL_PERCENT) {
            seconds.incrementAndGet();
        }
    }

    ServerOverload now() {
        return new ServerOverload(
                printed(life.state().run().flatMap(ServerRun::process), OutputKind.LATE),
                seconds.get(),
                printed(life.audio().process(), OutputKind.XRUN));
    }

    private static OptionalLong printed(Optional<ManagedProcess> process, OutputKind kind) {
        return process.stream().mapToLong(own -> own.counts().getOrDefault(kind, 0L)).findFirst();
    }
}
