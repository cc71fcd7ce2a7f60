package org.scaena.process;

import java.time.Instant;

/**
 * What tells one process from every other, also after its pid was used again.
 *
 * @param pid the process id
 * @param startTime when it was started, as the system reports it
 * @param token a random word in its environment, {@value #TOKEN_VARIABLE}
 */
public record ProcessIdentity(long pid, Instant startTime, String token) {

    /** The environment variable that carries the token. */
    public static final String TOKEN_VARIABLE = "SCAENA_TOKEN";
}
