package org.scaena.synthdef.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.Manifest;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scaena.synthdef.ProvidesSynthDefs;
import org.scaena.synthdef.Sending;
import org.scaena.synthdef.SynthDef;
import org.scaena.synthdef.SynthDef.Parameter;
import org.scaena.synthdef.SynthDefFile;

class ShippedDefinitionsTest {

    private static final String COMPILED_BY = "sclang 3.13.0";

    private final ScsyndefFormat format = new ScsyndefFormat();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    s1 | freq=400.0 amp=0.3 num=4.0 pan=0.0 dur=0.4 att=0.01 curve=-2.0 | 6
                    s2 | freq=400.0 amp=0.3 num=4.0 pan=0.0 lg=0.1 gate=1.0 | 9
                    scaena-playback-1 | out=0.0 bufnum=0.0 rate=1.0 loop=0.0 pan=0.0 amp=0.3 | 6
                    scaena-playback-2 | out=0.0 bufnum=0.0 rate=1.0 loop=0.0 pan=0.0 amp=0.3 | 6
                    scaena-record-1 | in=0.0 bufnum=0.0 | 3
                    scaena-record-2 | in=0.0 bufnum=0.0 | 3
                    on-demand/scaena-canary | '' | 2
                    on-demand/scaena-guard | bus=0.0 limit=8.0 offset=0.5 | 33
                    """)
    void haveTheControlsAndUnitsThatTheirUsersExpect(String name, String controls, int units) {
        byte[] bytes = Corpus.bytes(Corpus.SHIPPED.resolve(name + ".scsyndef"));

        SynthDefFile file = format.read(bytes, name);

        assertThat(format.write(file)).isEqualTo(bytes);
        SynthDef definition = file.definitions().get(0);
        assertThat(definition.name()).isEqualTo(name.substring(name.indexOf('/') + 1));
        assertThat(definition.parameters().stream().map(ShippedDefinitionsTest::text))
                .isEqualTo(controls.isEmpty() ? List.of() : List.of(controls.split(" ")));
        assertThat(definition.ugens()).hasSize(units);
    }

    @ParameterizedTest
    @CsvSource({"scaena-playback, 3, 16", "scaena-record, 3, 16", "scaena-volume, 1, 64"})
    void areThereForEachNumberOfChannels(String name, int first, int last) {
        byte[] bytes = Corpus.bytes(Corpus.ON_DEMAND.resolve(name + ".scsyndef"));

        assertThat(format.read(bytes, name).definitions())
                .extracting(SynthDef::name)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(first, last)
                                .mapToObj(channels -> name + "-" + channels)
                                .toList());
    }

    @Test
    void areInTheFoldersThatTheManifestNames() throws IOException {
        try (InputStream in =
                Files.newInputStream(Path.of("target/classes/META-INF/MANIFEST.MF"))) {
            String folder = new Manifest(in).getMainAttributes().getValue(ProvidesSynthDefs.HEADER);

            assertThat(Folder.of(folder))
                    .extracting(Folder::sending)
                    .containsExactly(Sending.AT_BOOT, Sending.ON_DEMAND);
            assertThat(Folder.of(folder))
                    .extracting(Folder::path)
                    .allSatisfy(
                            path ->
                                    assertThat(Path.of("target/classes", path))
                                            .isDirectoryContaining("glob:**.scsyndef"));
        }
    }

    /** Another version may order the units differently, so only the one that was used is asked. */
    @Test
    void areWhatTheirSourceCompilesTo(@TempDir Path folder) throws Exception {
        String version = sclang(folder, "-v");
        assertThat(version)
                .as(
                        "sclang, without which this is not tested; apt-get install"
                                + " supercollider-language")
                .startsWith("sclang");
        assumeThat(version).startsWith(COMPILED_BY);

        Files.createDirectory(folder.resolve("on-demand"));
        sclang(folder, "src/main/synthdefs/shipped.scd", folder.toString());

        assertThat(Corpus.shipped())
                .isNotEmpty()
                .allSatisfy(
                        file ->
                                assertThat(folder.resolve(Corpus.SHIPPED.relativize(file)))
                                        .hasSameBinaryContentAs(file));
    }

    private static String text(Parameter parameter) {
        return parameter.name() + "=" + parameter.defaults().get(0);
    }

    /**
     * What sclang printed; nothing if there is none. In a home of its own it finds no start-up
     * file.
     */
    private static String sclang(Path home, String... arguments) throws Exception {
        Path output = Files.createTempFile("sclang", ".log");
        ProcessBuilder builder =
                new ProcessBuilder(
                                Stream.concat(Stream.of("sclang"), Stream.of(arguments)).toList())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        builder.environment().put("HOME", home.toString());
        builder.environment().put("QT_QPA_PLATFORM", "offscreen");
        builder.environment().put("QTWEBENGINE_DISABLE_SANDBOX", "1");
        try {
            Process process = builder.start();
            if (!process.waitFor(120, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            return Files.readString(output);
        } catch (IOException e) {
            return "";
        } finally {
            Files.delete(output);
        }
    }
}
