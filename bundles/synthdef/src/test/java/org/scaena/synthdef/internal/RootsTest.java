package org.scaena.synthdef.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scaena.synthdef.RegisteredSynthDef;
import org.scaena.synthdef.SynthDefFormatException;
import org.scaena.synthdef.SynthDefPathException;

/** Files are read below the roots only, wherever links and dots seem to lead. */
class RootsTest {

    @TempDir private Path home;
    private Path root;
    private Registry registry;

    @BeforeEach
    void makeFolders() throws Exception {
        root = Files.createDirectories(home.resolve("defs"));
        Files.createDirectories(root.resolve("deep/deeper"));
        Files.createDirectories(home.resolve("defs-of-others"));
        write("defs/a.scsyndef", "a");
        write("defs/deep/deeper/b.scsyndef", "b");
        write("defs-of-others/c.scsyndef", "c");
        Files.writeString(root.resolve("notes.txt"), "no definition");
        Files.createSymbolicLink(
                root.resolve("link.scsyndef"), home.resolve("defs-of-others/c.scsyndef"));
        Files.createSymbolicLink(root.resolve("door"), home.resolve("defs-of-others"));
        Files.createSymbolicLink(
                root.resolve("inside.scsyndef"), root.resolve("deep/deeper/b.scsyndef"));
        registry = new Registry(new ScsyndefFormat(), new Roots(List.of(root)));
    }

    private void write(String file, String name) throws Exception {
        Files.write(home.resolve(file), new TestDef(name, 1).file());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../defs-of-others/c.scsyndef",
                "deep/../../defs-of-others/c.scsyndef",
                "link.scsyndef",
                "door/c.scsyndef",
                "/etc/passwd",
                "missing.scsyndef"
            })
    void refusesWhatIsNotBelowARoot(String path) {
        assertThatThrownBy(() -> registry.registerFile(Path.of(path), "me"))
                .isInstanceOf(SynthDefPathException.class)
                .hasMessageStartingWith("no synth definitions are read from " + path + ": ");
        assertThat(registry.definitions()).isEmpty();
    }

    @Test
    void refusesAFolderWhoseNameBeginsLikeARoot() {
        Path sibling = home.resolve("defs-of-others/c.scsyndef");

        assertThatThrownBy(() -> registry.registerFile(sibling, "me"))
                .hasMessageContaining("is not below")
                .hasMessageContaining("add its folder to 'roots' of org.scaena.synthdef");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.scsyndef", "deep/../a.scsyndef", "inside.scsyndef"})
    void readsWhatIsBelowARoot(String path) {
        registry.registerFile(Path.of(path), "me");
        registry.registerFile(root.resolve(path), "me");

        assertThat(registry.definitions()).hasSize(1);
    }

    @Test
    void readsAFolderWithItsSubFolders() throws Exception {
        Files.delete(root.resolve("link.scsyndef"));

        registry.registerFolder(root, "me");

        assertThat(registry.definitions())
                .extracting(RegisteredSynthDef::name)
                .containsExactly("a", "b");
        assertThat(registry.find("a").orElseThrow().origin())
                .isEqualTo(root.resolve("a.scsyndef").toString());
    }

    @Test
    void refusesAFolderFromWhichALinkLeadsOut() {
        assertThatThrownBy(() -> registry.registerFolder(Path.of("."), "me"))
                .isInstanceOf(SynthDefPathException.class);
        assertThat(registry.definitions()).isEmpty();
    }

    @Test
    void refusesAFolderWithoutDefinitionsAndAFileThatIsNone() throws Exception {
        Files.createDirectory(root.resolve("empty"));

        assertThatThrownBy(() -> registry.registerFolder(Path.of("empty"), "me"))
                .hasMessageContaining("it holds no .scsyndef file");
        assertThatThrownBy(() -> registry.registerFile(Path.of("notes.txt"), "me"))
                .isInstanceOf(SynthDefFormatException.class);
        assertThatThrownBy(() -> registry.registerFile(Path.of("deep"), "me"))
                .isInstanceOf(SynthDefPathException.class);
    }

    @Test
    void readsNothingWithoutRoots() {
        assertThatThrownBy(
                        () ->
                                new Registry(new ScsyndefFormat())
                                        .registerFile(root.resolve("a.scsyndef"), "me"))
                .isInstanceOf(SynthDefPathException.class);
    }
}
