package org.scaena.process.internal;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import org.scaena.process.AudioRequest.Driver;
import org.scaena.process.AudioServer;
import org.scaena.process.ProcessSpec;

/** A JACK dummy for the class, a port and a manager for each test with the real scsynth. */
abstract class WithScsynth {

    @TempDir private static Path audioDirectory;
    private static LocalProcessManager audioManager;
    private static AudioServer audio;

    @TempDir private Path directory;
    private final LocalProcessManager manager = new LocalProcessManager();
    private int port;

    @BeforeAll
    static void openAudio(TestInfo test) {
        audioManager = new LocalProcessManager();
        String name = RealJack.nameFor(test.getTestClass().orElseThrow());
        audio =
                new JackAudioSystem(audioManager)
                        .open(RealJack.request(Driver.DUMMY, name, audioDirectory));
    }

    @AfterAll
    static void closeAudio() {
        audioManager.deactivate();
    }

    @BeforeEach
    void choosePort() throws IOException {
        port = RealJack.freePort();
    }

    @AfterEach
    void endAll() {
        manager.deactivate();
    }

    final ProcessSpec spec(String... options) {
        return RealJack.scsynth(port, audio.environment(), directory, options);
    }

    static AudioServer audio() {
        return audio;
    }

    final Path directory() {
        return directory;
    }

    final LocalProcessManager manager() {
        return manager;
    }

    final int port() {
        return port;
    }
}
