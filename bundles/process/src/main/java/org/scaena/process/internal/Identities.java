package org.scaena.process.internal;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.scaena.process.ProcessIdentity;

/** Gives processes an identity, and finds them by it. */
final class Identities {

    /** The start time is computed from the wall clock, which may have been set a little since. */
    private static final Duration START_TOLERANCE = Duration.ofSeconds(2);

    private static final int TOKEN_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Identities() {}

    /** A token that nobody has. */
    static String newToken() {
        byte[] bytes = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** The identity of a process that was just started. */
    static ProcessIdentity of(ProcessHandle handle, String token) {
        Instant start = handle.info().startInstant().orElseGet(Instant::now);
        return new ProcessIdentity(handle.pid(), start, token);
    }

    /** The identity of a process that a host started; empty if none did. */
    static Optional<ProcessIdentity> of(long pid) {
        return ProcFs.token(pid)
                .flatMap(token -> ProcessHandle.of(pid).map(handle -> of(handle, token)));
    }

    /** The living process with an identity: pid, start and token must all be the same. */
    static Optional<ProcessHandle> find(ProcessIdentity identity) {
        if (identity.token().isEmpty()) {
            return Optional.empty();
        }
        return ProcessHandle.of(identity.pid())
                .filter(ProcessHandle::isAlive)
                .filter(handle -> startedAt(handle, identity.startTime()))
                .filter(
                        handle ->
                                ProcFs.token(handle.pid())
                                        .filter(identity.token()::equals)
                                        .isPresent());
    }

    private static boolean startedAt(ProcessHandle handle, Instant start) {
        return handle.info()
                .startInstant()
                .map(real -> Duration.between(real, start).abs().compareTo(START_TOLERANCE) <= 0)
                .orElse(false);
    }
}
