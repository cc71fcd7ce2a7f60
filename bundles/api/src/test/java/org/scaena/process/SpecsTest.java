package org.scaena.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scaena.process.ProcessSpec.Input;

/** What programs are started with, and what is refused before. */
class SpecsTest {

    private static final Path HERE = Path.of("/srv/scaena");

    private static AudioServer audio(List<String> prefix) {
        return new AudioServer("test", prefix, Map.of("JACK", "x"), Optional.empty());
    }

    private static JackdSpec jackd(String server, int sampleRate, int periodFrames) {
        return new JackdSpec(
                Program.jackd(),
                server,
                JackdSpec.Driver.ALSA,
                Optional.of("hw:PCH"),
                sampleRate,
                periodFrames,
                HERE,
                true);
    }

    @Test
    void scsynth() {
        ProcessSpec spec =
                SynthServerSpec.scsynth("default", 57_110, HERE)
                        .withOptions(List.of("-n", "2048"))
                        .playingThrough(audio(List.of()));

        assertThat(spec.name()).isEqualTo("scsynth default");
        assertThat(spec.arguments()).containsExactly("-u", "57110", "-n", "2048");
        assertThat(spec.environment()).containsEntry("JACK", "x");
        assertThat(spec.output()).isEqualTo(HERE.resolve("scsynth-default.log"));
        assertThat(spec.ports()).containsExactly(Port.udp(57_110));
    }

    @Test
    void jackClientsAreToldApartByTheirPort() {
        AudioServer jack =
                new AudioServer(
                        "", List.of(), Map.of(AudioServer.JACK_SERVER, "hall"), Optional.empty());

        assertThat(arguments(57_110, List.of(), jack)).isEqualTo("-u 57110");
        assertThat(arguments(57_111, List.of(), jack))
                .isEqualTo("-u 57111 -H hall:SuperCollider-57111");
        assertThat(arguments(57_111, List.of("-H", "hall:mine"), jack))
                .isEqualTo("-u 57111 -H hall:mine");
        assertThat(arguments(57_111, List.of(), audio(List.of()))).isEqualTo("-u 57111");
    }

    private static String arguments(int port, List<String> options, AudioServer audio) {
        SynthServerSpec spec = SynthServerSpec.scsynth("default", port, HERE).withOptions(options);
        return String.join(" ", spec.playingThrough(audio).arguments());
    }

    @Test
    void scsynthThroughAnotherProgram() {
        ProcessSpec spec =
                SynthServerSpec.scsynth("default", 57_110, HERE)
                        .playingThrough(audio(List.of("/usr/bin/pw-jack", "-p", "64")));

        assertThat(spec.program().setting()).contains("/usr/bin/pw-jack");
        assertThat(spec.program().name()).isEqualTo("scsynth");
        assertThat(spec.arguments()).startsWith("-p", "64", "scsynth", "-u", "57110");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 65_536, 99_999})
    void aPortThatIsNoneIsRefused(int port) {
        assertThatThrownBy(() -> SynthServerSpec.supernova("default", port, HERE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("port must be from 1 to 65535, not " + port);
    }

    @Test
    void aPortAmongTheOptionsIsRefused() {
        SynthServerSpec spec = SynthServerSpec.scsynth("default", 57_110, HERE);

        assertThatThrownBy(() -> spec.withOptions(List.of("-u", "1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("take out -u");
    }

    @Test
    void sclangWithoutAScreen() {
        ProcessSpec spec =
                SclangSpec.of("default", HERE).withCode(Path.of("/srv/start.scd")).toProcess();

        assertThat(spec.arguments())
                .containsExactly("-i", "scaena", "-u", "57120", "/srv/start.scd");
        assertThat(spec.input()).isEqualTo(Input.PIPE);
        assertThat(spec.environment())
                .containsEntry("QT_QPA_PLATFORM", "offscreen")
                .containsEntry("QTWEBENGINE_DISABLE_SANDBOX", "1");
    }

    @Test
    void jackdOnACard() {
        ProcessSpec spec = jackd("stage", 48_000, 128).toProcess();

        assertThat(spec.arguments())
                .containsExactly(
                        "-n", "stage", "-d", "alsa", "-d", "hw:PCH", "-r", "48000", "-p", "128");
        assertThat(spec.survivesHost()).isTrue();
        assertThat(spec.output()).isEqualTo(HERE.resolve("jackd-stage.log"));
    }

    @ParameterizedTest
    @CsvSource({
        "'', 48000, 64",
        "a/b, 48000, 64",
        "a b, 48000, 64",
        "-d*, 48000, 64",
        "ok, 7999, 64",
        "ok, 400000, 64",
        "ok, 48000, 15",
        "ok, 48000, 8193",
        "ok, 48000, -1"
    })
    void jackdOutOfRangeIsRefused(String server, int sampleRate, int periodFrames) {
        assertThatThrownBy(() -> jackd(server, sampleRate, periodFrames))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void weEndAProcessForTwoReasonsOnly() {
        assertThat(Ending.unresponsive(Duration.ZERO).cause()).isEqualTo(ExitCause.HUNG);
        assertThatThrownBy(
                        () ->
                                new Ending(
                                        ExitCause.CRASHED,
                                        Optional.empty(),
                                        Duration.ZERO,
                                        Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
