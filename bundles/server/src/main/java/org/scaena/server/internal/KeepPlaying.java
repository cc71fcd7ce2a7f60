package org.scaena.server.internal;

import java.nio.file.Files;

/** Whether whoever ends the host wants servers to play on: said by a file beside the ledgers. */
final class KeepPlaying {

    private static final String FILE = "keep-playing";

    private KeepPlaying() {}

    static boolean isAsked(Settings settings) {
        return settings.continuity().survivesHost() && Files.exists(settings.state().resolve(FILE));
    }
}
