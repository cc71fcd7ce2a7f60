package org.scaena.console.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScriptTest {

    @TempDir private Path folder;

    @Test
    void bracketsGoOnInTheNextLine() throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("s.gogo"),
                        "# words\n\nsc:tree\nsc:at 0.5 {\n  sc:blip\n}\n");

        assertThat(Script.read(file))
                .containsExactly(
                        new Script.Step(1, "words", true),
                        new Script.Step(3, "sc:tree", false),
                        new Script.Step(4, "sc:at 0.5 {\n  sc:blip\n}", false));
    }

    @Test
    void saysWhichBracketIsOpen() throws IOException {
        Path file = Files.writeString(folder.resolve("s.gogo"), "sc:tree\nsc:at 1 {\n");

        assertThatThrownBy(() -> Script.read(file)).hasMessage("line 2: a bracket is not closed");
    }
}
