package org.scaena.server.internal;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.scaena.process.AudioRequest;
import org.scaena.process.AudioServer;
import org.scaena.process.AudioState;
import org.scaena.process.AudioSystem;
import org.scaena.process.ManagedProcess;

/**
 * The audio system of one server, kept from boot to boot; on the life thread, but for questions.
 */
final class Audio {

    private static final Duration GRACE = Duration.ofSeconds(2);

    private final AudioSystem system;
    private final AudioRequest request;
    private volatile @Nullable AudioServer open;

    Audio(AudioSystem system, AudioRequest request) {
        this.system = system;
        this.request = request;
    }

    /** The audio system: the one that was chosen before if it is our own and lives. */
    AudioServer open() {
        AudioServer now = open;
        if (now == null || !now.process().filter(ManagedProcess::isAlive).isPresent()) {
            now = system.open(request);
            open = now;
        }
        return now;
    }

    /** What is missing before a server can play again; blocks while an audio server is frozen. */
    Optional<String> missing() {
        AudioServer now = open;
        if (now == null
                || now.process().filter(own -> !own.isAlive()).isPresent()
                || system.state(now) == AudioState.RUNNING) {
            return Optional.empty();
        }
        return Optional.of("the audio system: " + now.description());
    }

    /** The jackd that was started for us. */
    Optional<ManagedProcess> process() {
        return Optional.ofNullable(open).flatMap(AudioServer::process);
    }

    /** Leaves the jackd that was started for us as it is. */
    void leave() {
        Optional<ManagedProcess> jackd = process();
        open = null;
        jackd.ifPresent(ManagedProcess::release);
    }

    /** Ends the jackd that was started for us; touches no other. */
    void close() {
        Optional<ManagedProcess> jackd = process();
        open = null;
        jackd.filter(ManagedProcess::isAlive)
                .ifPresent(
                        process -> {
                            process.expectExit();
                            process.end(GRACE).await(GRACE.multipliedBy(2));
                        });
    }
}
