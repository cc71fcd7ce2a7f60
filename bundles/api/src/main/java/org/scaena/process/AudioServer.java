package org.scaena.process;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An audio system that a server can play through.
 *
 * @param description the choice in one line, for people
 * @param prefix words before the server's own command, for example {@code pw-jack}
 * @param environment variables the server needs to find it
 * @param process the jackd that was started or adopted for it, if one was
 */
public record AudioServer(
        String description,
        List<String> prefix,
        Map<String, String> environment,
        Optional<ManagedProcess> process) {

    /** Copies the collections. */
    public AudioServer {
        prefix = List.copyOf(prefix);
        environment = Map.copyOf(environment);
    }
}
