package org.scaena.server.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlackBoxFilesTest {

    private static final List<byte[]> SCORE = List.of(new byte[16]);

    @TempDir private Path folder;

    @Test
    void onlyTheLatestAreKeptAndOnlyThoseOfThisServer() throws IOException {
        Path other = Files.createFile(folder.resolve("my_server-two-20260101-000000-000.osc"));
        for (int hour = 10; hour < 10 + BlackBoxFiles.KEPT; hour++) {
            Files.createFile(folder.resolve("my_server-20200101-" + hour + "0000-000.osc"));
        }
        BlackBoxFiles files = new BlackBoxFiles(folder, "my server");

        Path latest = files.write(SCORE);

        assertThat(files.list()).hasSize(BlackBoxFiles.KEPT).first().isEqualTo(latest);
        assertThat(folder.resolve("my_server-20200101-100000-000.osc")).doesNotExist();
        assertThat(folder.resolve("my_server-20200101-110000-000.osc")).exists();
        assertThat(other).exists();
    }

    @Test
    void aFileIsFoundByItsNameAlone() throws IOException {
        BlackBoxFiles files = new BlackBoxFiles(folder, "one");
        Path saved = files.write(SCORE);
        Path elsewhere = Path.of("elsewhere", "one.osc");

        assertThat(files.find(saved.getFileName())).isEqualTo(saved);
        assertThat(files.find(saved)).isEqualTo(saved);
        assertThat(files.find(elsewhere)).isEqualTo(elsewhere);
    }

    @Test
    void whereThereIsNoFolderThereAreNoFiles() {
        assertThat(new BlackBoxFiles(folder.resolve("none"), "one").list()).isEmpty();
    }
}
