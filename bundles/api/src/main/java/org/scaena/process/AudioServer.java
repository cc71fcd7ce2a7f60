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

    /** The variable that names the JACK server to its clients. */
    public static final String JACK_SERVER = "JACK_DEFAULT_SERVER";

    /** Copies the collections. */
    public AudioServer {
        prefix = List.copyOf(prefix);
        environment = Map.copyOf(environment);
    }

    /** The name of the JACK server, if it is one. */
    Optional<String> jackServer() {
        return Optional.ofNullable(environment.get(JACK_SERVER));
    }
}
