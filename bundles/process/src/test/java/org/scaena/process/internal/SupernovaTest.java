package org.scaena.process.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scaena.process.AudioRequest.Driver;
import org.scaena.process.AudioServer;
import org.scaena.process.ExitCause;
import org.scaena.process.ManagedProcess;
import org.scaena.process.OutputKind;
import org.scaena.process.SynthServerSpec;

/** The real supernova. It must be installed. */
class SupernovaTest {

    private static final Duration LIMIT = Eventually.LIMIT;

    @TempDir private Path directory;
    private final LocalProcessManager manager = new LocalProcessManager();

    @AfterEach
    void endAll() {
        manager.deactivate();
    }

    @Test
    void isProvedKilledAndLeavesNothing() throws Exception {
        AudioServer audio =
                new JackAudioSystem(manager)
                        .open(
                                RealJack.request(
                                        Driver.DUMMY, RealJack.nameFor(getClass()), directory));
        int port = RealJack.freePort();
        SynthServerSpec spec = SynthServerSpec.supernova("test", port, directory);

        ManagedProcess supernova = manager.start(spec.playingThrough(audio));
        supernova.whenReady(Osc.usable(port), LIMIT).await(LIMIT);
        Eventually.until(
                "its ready line is read", () -> supernova.counts().containsKey(OutputKind.READY));
        RealJack.signal("KILL", supernova.identity().pid());

        assertThat(supernova.exit().await(LIMIT).cause()).isEqualTo(ExitCause.CRASHED);
        assertThat(RealJack.sharedMemory(port)).doesNotExist();
    }
}
