package org.scaena.synthdef.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scaena.synthdef.RegisteredSynthDef;

class WatchedFoldersTest {

    private final Registry registry = new Registry(new ScsyndefFormat());
    @TempDir private Path folder;
    private WatchedFolders watched;

    @BeforeEach
    void watch() {
        watched = new WatchedFolders(registry, List.of(folder));
    }

    @AfterEach
    void close() {
        watched.close();
        assertThat(registry.definitions()).isEmpty();
    }

    @Test
    void registersReplacesAndWithdrawsAFileAsItComesChangesAndGoes() throws Exception {
        long old = 1000;
        write("hall", new TestDef("hall", 1).file(), old);
        watched.look();
        assertThat(freq("hall")).isEqualTo(1);
        assertThat(registry.find("hall").orElseThrow().owner())
                .isEqualTo(folder.resolve("hall.scsyndef").toString());

        write("hall", new TestDef("hall", 2).file(), old - 1);
        watched.look();
        assertThat(freq("hall")).isEqualTo(2);

        Files.delete(folder.resolve("hall.scsyndef"));
        watched.look();
        assertThat(registry.find("hall")).isEmpty();
    }

    @Test
    void registersWhatIsThereWhenItStarts() throws Exception {
        watched.close();
        write("hall", new TestDef("hall", 1).file(), 1000);

        watched = new WatchedFolders(registry, List.of(folder, folder.resolve("not-there-yet")));

        assertThat(freq("hall")).isEqualTo(1);
    }

    @Test
    void waitsUntilAFileHasNotChangedBetweenTwoLooks() throws Exception {
        write("hall", new TestDef("hall", 1).file(), 0);
        watched.look();
        assertThat(registry.definitions()).isEmpty();

        watched.look();
        assertThat(freq("hall")).isEqualTo(1);
    }

    @Test
    void leavesAHalfWrittenFileAlone() throws Exception {
        byte[] before = new TestDef("hall", 1).file();
        byte[] after = new TestDef("hall", 2).file();
        write("hall", before, 1000);
        watched.look();

        for (int length = 0; length < after.length; length++) {
            write("hall", Arrays.copyOf(after, length), 900 - length);
            watched.look();
            assertThat(freq("hall")).as("%d bytes written", length).isEqualTo(1);
        }

        write("hall", after, 10);
        watched.look();
        assertThat(freq("hall")).isEqualTo(2);
    }

    @Test
    void refusesTheSameNameFromASecondFile() throws Exception {
        write("a", new TestDef("hall", 1).file(), 1000);
        watched.look();
        write("b", new TestDef("hall", 2).file(), 1000);
        watched.look();

        assertThat(freq("hall")).isEqualTo(1);
    }

    @Test
    void keepsWhatItHasWhileTheFolderIsUnreadableAsAFile() throws Exception {
        write("hall", new TestDef("hall", 1).file(), 1000);
        watched.look();

        Files.delete(folder.resolve("hall.scsyndef"));
        Files.delete(folder);
        Files.createFile(folder);
        watched.look();
        assertThat(freq("hall")).isEqualTo(1);

        Files.delete(folder);
        watched.look();
        assertThat(registry.definitions()).isEmpty();
        Files.createDirectory(folder);
    }

    private void write(String name, byte[] bytes, long ageSeconds) throws Exception {
        Path file = folder.resolve(name + ".scsyndef");
        Files.write(file, bytes);
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(ageSeconds)));
    }

    private float freq(String name) {
        return registry.find(name)
                .map(RegisteredSynthDef::definition)
                .orElseThrow()
                .parameter("freq")
                .orElseThrow()
                .defaults()
                .get(0);
    }
}
