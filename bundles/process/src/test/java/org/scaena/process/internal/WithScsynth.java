package org.scaena.process.internal;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.scaena.process.AudioRequest.Driver;
import org.scaena.process.AudioServer;
import org.scaena.process.ProcessSpec;

/**
 * A JACK dummy for the class, a port and a manager for each test with the real scsynth. One
 * instance serves a class, so that classes side by side do not share an audio server.
 */
@TestInstance(Lifecycle.PER_CLASS)
abstract class WithScsynth {

    private final LocalProcessManager audioManager = new LocalProcessManager();
    private AudioServer audio;

    private Path directory;
    private LocalProcessManager manager;
    private int port;

    @BeforeAll
    void openAudio(TestInfo test, @TempDir Path audioDirectory) {
        String name = RealJack.nameFor(test.getTestClass().orElseThrow());
        audio =
                new JackAudioSystem(audioManager)
                        .open(RealJack.request(Driver.DUMMY, name, audioDirectory));
    }

    @AfterAll
    void closeAudio() {
        audioManager.deactivate();
    }

    @BeforeEach
    void begin(@TempDir Path forTheTest) throws IOException {
        directory = forTheTest;
        manager = new LocalProcessManager();
        port = RealJack.freePort();
    }

    @AfterEach
    void endAll() {
        manager.deactivate();
    }

    final ProcessSpec spec(String... options) {
        return RealJack.scsynth(port, audio.environment(), directory, options);
    }

    final AudioServer audio() {
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
