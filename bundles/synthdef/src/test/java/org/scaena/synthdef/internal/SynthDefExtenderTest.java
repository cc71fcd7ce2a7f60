package org.scaena.synthdef.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.scaena.synthdef.RegisteredSynthDef;

class SynthDefExtenderTest {

    private static final Map<String, byte[]> FILES =
            Map.of(
                    "defs/cap_sine.scsyndef", Corpus.bytes("cap_sine"),
                    "defs/three.scsyndef", Corpus.bytes("cap_bundle_of_three"),
                    "defs/notes.txt", new byte[] {1},
                    "elsewhere/cap_line.scsyndef", Corpus.bytes("cap_line"));

    private final Registry registry = new Registry(new ScsyndefFormat());
    private Felix felix;
    private SynthDefExtender extender;

    @BeforeEach
    void start(@TempDir Path storage) throws Exception {
        felix = new Felix(storage);
        extender = new SynthDefExtender(felix.context(), registry);
    }

    @AfterEach
    void stop() throws Exception {
        extender.close();
        felix.stop();
    }

    @Test
    void registersTheFilesOfTheFolderWhileTheBundleIsStarted() throws Exception {
        Bundle hall = felix.install("hall", "defs/", FILES);
        assertThat(names()).isEmpty();

        hall.start();
        assertThat(names())
                .containsExactly("cap_multi_a", "cap_multi_b", "cap_multi_c", "cap_sine");
        RegisteredSynthDef sine = registry.find("cap_sine").orElseThrow();
        assertThat(sine.owner()).isEqualTo("hall");
        assertThat(sine.origin()).isEqualTo("hall/defs/cap_sine.scsyndef");

        hall.stop();
        assertThat(names()).isEmpty();

        hall.start();
        hall.uninstall();
        assertThat(names()).isEmpty();
    }

    @Test
    void findsBundlesThatWereStartedBeforeIt() throws Exception {
        extender.close();
        felix.install("hall", "defs", FILES).start();
        assertThat(names()).isEmpty();

        extender = new SynthDefExtender(felix.context(), registry);
        assertThat(names()).hasSize(4);

        extender.close();
        assertThat(names()).isEmpty();
    }

    @Test
    void leavesBundlesWithoutTheHeaderAlone() throws Exception {
        felix.install("hall", "", FILES).start();

        assertThat(names()).isEmpty();
    }

    @Test
    void startsABundleWhoseFolderIsMissing() throws Exception {
        Bundle hall = felix.install("hall", "missing/", FILES);

        hall.start();

        assertThat(hall.getState()).isEqualTo(Bundle.ACTIVE);
        assertThat(names()).isEmpty();
    }

    @Test
    void passesOverBrokenFilesAndNamesOfOthers() throws Exception {
        felix.install("hall", "defs/", FILES).start();

        felix.install(
                        "foyer",
                        "defs/",
                        Map.of(
                                "defs/broken.scsyndef", new byte[] {'S', 'C', 'g', 'f'},
                                "defs/cap_line.scsyndef", Corpus.bytes("cap_line"),
                                "defs/cap_sine.scsyndef", new TestDef("cap_sine", 1).file()))
                .start();

        assertThat(registry.definitions())
                .filteredOn(definition -> definition.owner().equals("foyer"))
                .extracting(RegisteredSynthDef::name)
                .containsExactly("cap_line");
        assertThat(registry.find("cap_sine").orElseThrow().owner()).isEqualTo("hall");
    }

    private Iterable<String> names() {
        return registry.definitions().stream().map(RegisteredSynthDef::name).toList();
    }
}
