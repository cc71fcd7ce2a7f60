package org.scaena.process.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.scaena.command.Reply;
import org.scaena.process.ExitCause;
import org.scaena.process.ProcessExit;

/** Looks once a second whether an audio server that is not ours is still there. */
final class AudioWatch {

    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private AudioWatch() {}

    /** Completes when it is there no more; the thread ends too if the reply is cancelled. */
    static Reply<ProcessExit> gone(String name, BooleanSupplier isThere) {
        Reply<ProcessExit> gone = new Reply<>("the end of " + name);
        Thread thread =
                new Thread(
                        () -> {
                            while (!gone.isDone() && isThere.getAsBoolean()) {
                                LockSupport.parkNanos(INTERVAL.toNanos());
                            }
                            gone.complete(
                                    new ProcessExit(
                                            ExitCause.AUDIO_LOST, -1, Instant.now(), List.of()));
                        },
                        "scaena-audio-" + name);
        thread.setDaemon(true);
        thread.start();
        gone.whenComplete((exit, failure) -> LockSupport.unpark(thread));
        return gone;
    }
}
