package org.scaena.process.internal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.scaena.process.Port;
import org.scaena.process.PortHolder;
import org.scaena.process.ProcessException;
import org.scaena.process.ProcessSpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sees that the ports of a program are free before it is started. */
final class PortGuard {

    private static final Duration GRACE = Duration.ofSeconds(1);
    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
    private static final Logger LOG = LoggerFactory.getLogger(PortGuard.class);

    private PortGuard() {}

    /**
     * Ends orphans of ours that have one of its ports; blocks while they end. Others get a moment
     * to let go: a child of a JVM has copies of its sockets until it closes them, and a program
     * that is ending keeps its own until its last thread has gone.
     *
     * @throws ProcessException if somebody else has one
     */
    static void clear(ProcessSpec spec) {
        for (Port port : spec.ports()) {
            List<PortHolder> holders = PortTable.holders(port);
            Optional<PortHolder> stranger =
                    holders.stream().filter(holder -> !isOrphan(holder, spec)).findFirst();
            if (stranger.isEmpty()) {
                holders.forEach(orphan -> end(spec, port, orphan));
            } else if (!isFreeWithinGrace(port)) {
                throw taken(spec, port, stranger.get());
            }
        }
    }

    private static boolean isOrphan(PortHolder holder, ProcessSpec spec) {
        return holder.identity().isPresent() && HostMark.isOrphan(holder.pid(), spec);
    }

    private static void end(ProcessSpec spec, Port port, PortHolder orphan) {
        LOG.warn(
                "{} has {} of {} and was left by a host that is gone: it is ended",
                orphan,
                port,
                spec.name());
        ProcessHandle.of(orphan.pid())
                .ifPresent(
                        handle -> {
                            ProcessTree tree =
                                    new ProcessTree(handle, orphan.identity().orElseThrow());
                            tree.terminate();
                            if (!isFreeWithinGrace(port)) {
                                tree.kill();
                            }
                        });
        if (!isFreeWithinGrace(port)) {
            throw taken(spec, port, orphan);
        }
    }

    private static boolean isFreeWithinGrace(Port port) {
        long end = System.nanoTime() + GRACE.toNanos();
        while (PortTable.isTaken(port)) {
            if (System.nanoTime() - end > 0) {
                return false;
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
        return true;
    }

    private static ProcessException taken(ProcessSpec spec, Port port, PortHolder holder) {
        return new ProcessException(
                "%s of %s is taken by %s: set another port, or end that program"
                        .formatted(port, spec.name(), holder));
    }
}
