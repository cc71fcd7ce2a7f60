package org.scaena.process.internal;

import java.nio.file.Path;
import org.scaena.process.AudioRequest;

/** Names of JACK servers. */
final class AudioNames {

    /** JACK's own name for the server that everybody uses. */
    static final String DEFAULT = "default";

    private AudioNames() {}

    /** Whether a request leaves the name to JACK. */
    static boolean isDefault(AudioRequest request) {
        return request.jackServer().isBlank() || request.jackServer().equals(DEFAULT);
    }

    /** The server to look for. */
    static String wanted(AudioRequest request, HostAudio host) {
        return isDefault(request) ? host.defaultJackServer() : request.jackServer();
    }

    /**
     * The name of a jackd without a sound card. Not the default one, which a desktop's own JACK may
     * want later. Always the same for a directory: JACK keeps the place of a server that was killed
     * until one of the same name comes.
     */
    static String ofDummy(AudioRequest request) {
        if (!isDefault(request)) {
            return request.jackServer();
        }
        Path directory = request.directory().toAbsolutePath().normalize();
        return "scaena-%08x".formatted(directory.toString().hashCode());
    }
}
