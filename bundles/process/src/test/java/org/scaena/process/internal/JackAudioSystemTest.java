package org.scaena.process.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scaena.process.AudioRequest;
import org.scaena.process.AudioRequest.Driver;
import org.scaena.process.AudioServer;
import org.scaena.process.AudioState;
import org.scaena.process.ExitCause;
import org.scaena.process.ManagedProcess;
import org.scaena.process.ProcessException;

/** The real jackd, without a sound card. It must be installed. */
class JackAudioSystemTest {

    private static final Duration GRACE = Duration.ofSeconds(20);

    @TempDir private Path directory;
    private final LocalProcessManager manager = new LocalProcessManager();
    private final JackAudioSystem audio = new JackAudioSystem(manager);
    private final JackProbe probe = new JackProbe();
    private final String name = RealJack.nameFor(getClass());

    @AfterEach
    void endAll() throws IOException {
        manager.processes().forEach(process -> process.end(GRACE).await(Eventually.LIMIT));
        manager.deactivate();
        removeSemaphores();
    }

    /** A jackd that ends before its clients leaves their semaphores. */
    private void removeSemaphores() throws IOException {
        try (DirectoryStream<Path> left =
                Files.newDirectoryStream(Path.of("/dev/shm"), "jack_sem.*_" + name + "_*")) {
            for (Path file : left) {
                Files.delete(file);
            }
        }
    }

    private AudioRequest request(Driver driver) {
        return RealJack.request(driver, name, directory);
    }

    @Test
    void startsADummyThatScsynthPlaysThroughAndDiesWith() throws IOException {
        AudioServer dummy = audio.open(request(Driver.DUMMY));
        ManagedProcess jackd = dummy.process().orElseThrow();
        assertThat(dummy.description()).contains(name, "dummy", "48000 Hz", "256 frames");
        ManagedProcess scsynth =
                RealJack.ready(
                        manager,
                        RealJack.scsynth(RealJack.freePort(), dummy.environment(), directory));

        assertThat(jackd.end(GRACE).await(Eventually.LIMIT).cause()).isEqualTo(ExitCause.ASKED);

        assertThat(scsynth.exit().await(Eventually.LIMIT).cause()).isEqualTo(ExitCause.AUDIO_LOST);
        assertThat(probe.isRunning(name)).isFalse();
    }

    @Test
    void usesAServerThatRunsAndLeavesItAlone() {
        AudioServer first = audio.open(request(Driver.DUMMY));
        LocalProcessManager neighbour = new LocalProcessManager();
        AudioRequest elsewhere =
                RealJack.request(Driver.AUTO, name, directory.resolve("elsewhere"));

        AudioServer second = new JackAudioSystem(neighbour).open(elsewhere);
        neighbour.deactivate();

        assertThat(second.process()).isEmpty();
        assertThat(second.environment()).isEqualTo(first.environment());
        assertThat(probe.isRunning(name)).isTrue();
    }

    @Test
    void openedAgainItIsTheSame() {
        AudioServer first = audio.open(request(Driver.DUMMY));

        assertThat(audio.open(request(Driver.AUTO))).isEqualTo(first);
    }

    @Test
    void whatWasInterruptedIsGoneSoThatTheNextOfItsNameCanStart() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> audio.open(request(Driver.DUMMY)))
                .isInstanceOf(ProcessException.class);

        assertThat(Thread.interrupted()).as("it is still known that it was").isTrue();
        assertThat(manager.processes()).isEmpty();
        assertThat(audio.open(request(Driver.DUMMY)).process()).isPresent();
    }

    @Test
    void aLaterHostTakesItOver() {
        AudioRequest surviving = new AudioRequest(Driver.DUMMY, name, 48_000, 256, directory, true);
        LocalProcessManager former = new LocalProcessManager();
        AudioServer before = new JackAudioSystem(former).open(surviving);
        former.deactivate();

        ManagedProcess after = audio.open(surviving).process().orElseThrow();

        assertThat(after.identity()).isEqualTo(before.process().orElseThrow().identity());
        assertThat(after.end(GRACE).await(Eventually.LIMIT).cause()).isEqualTo(ExitCause.ASKED);
        assertThat(probe.isRunning(name)).isFalse();
    }

    @Test
    void withoutANameTheDummyHasOneOfItsOwn() {
        AudioRequest first = RealJack.request(Driver.DUMMY, "default", directory);
        AudioRequest other =
                RealJack.request(Driver.DUMMY, "default", directory.resolve("elsewhere"));

        assertThat(AudioNames.ofDummy(first)).startsWith("scaena-");
        assertThat(AudioNames.ofDummy(first)).isNotEqualTo(AudioNames.ofDummy(other));
        assertThat(AudioNames.ofDummy(first)).isEqualTo(AudioNames.ofDummy(first));
    }

    @Test
    void saysThatNoServerRuns() {
        assertThatThrownBy(() -> audio.open(request(Driver.JACK)))
                .isInstanceOf(ProcessException.class)
                .hasMessageContaining(name)
                .hasMessageContaining("AUTO");
    }

    @Test
    void saysWhatJackdSaidWhenItDoesNotStart() {
        AudioRequest noPeriod = new AudioRequest(Driver.DUMMY, name, 48_000, -1, directory, false);

        assertThatThrownBy(() -> audio.open(noPeriod))
                .isInstanceOf(ProcessException.class)
                .hasMessageContaining(name);
        Eventually.until("none left", () -> manager.processes().isEmpty());
    }

    @Test
    void aCardThatDoesNotPlayIsReplacedByTheDummy() throws IOException {
        Path alsa = Files.createDirectory(directory.resolve("asound"));
        Files.writeString(alsa.resolve("cards"), " 0 [Gone           ]: USB-Audio - Gone\n");
        Files.writeString(alsa.resolve("pcm"), "00-00: Gone : Gone : playback 1\n");
        HostAudio host = new HostAudio(Map.of(), alsa, ProgramFinder.ofHost(), "Linux");
        JackAudioSystem withCard = new JackAudioSystem(manager, host);

        assertThatThrownBy(() -> withCard.open(request(Driver.ALSA)))
                .isInstanceOf(ProcessException.class);
        assertThat(withCard.open(request(Driver.AUTO)).description()).contains("dummy");
    }

    @Test
    void prefersPipeWireToAServerOfItsOwn() throws IOException {
        Path pwJack = Files.createFile(directory.resolve("pw-jack"));
        assertThat(pwJack.toFile().setExecutable(true)).isTrue();
        Files.createFile(directory.resolve("pipewire-0"));
        HostAudio host =
                new HostAudio(
                        Map.of("XDG_RUNTIME_DIR", directory.toString()),
                        directory,
                        new ProgramFinder(directory.toString()),
                        "Linux");

        AudioServer server = new JackAudioSystem(manager, host).open(request(Driver.AUTO));

        assertThat(server.prefix()).containsExactly(pwJack.toString());
        assertThat(server.process()).isEmpty();
    }

    @Test
    void elsewhereTheSystemsOwnDriverIsPreferredToAJackdOfItsOwn() {
        ProgramFinder nothing = new ProgramFinder("");
        HostAudio mac = new HostAudio(Map.of(), directory, nothing, "Mac OS X");
        JackAudioSystem system = new JackAudioSystem(manager, mac);

        AudioServer server = system.open(request(Driver.AUTO));

        assertThat(server.description()).contains("CoreAudio");
        assertThat(server.environment()).isEmpty();
        assertThat(system.state(server)).isEqualTo(AudioState.RUNNING);
    }
}
