package org.scaena.ledger.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageFileTest {

    @TempDir Path directory;
    private PageFile file;

    @BeforeEach
    void twoPages() throws IOException {
        file = new PageFile(directory.resolve("state"), "ledger-test");
        file.write(Pages.numbered(1));
        file.write(Pages.numbered(2));
    }

    @Test
    void theLastPageCounts() {
        assertThat(file.read()).contains(Pages.numbered(2));
    }

    @Test
    void thePageBeforeCountsWhenTheLastIsCut() throws IOException {
        byte[] whole = Files.readAllBytes(page());
        Files.write(page(), java.util.Arrays.copyOf(whole, whole.length / 2));
        assertThat(file.read()).contains(Pages.numbered(1));
    }

    @Test
    void thePageBeforeCountsWhenTheHostDiedBetweenTheTwoRenames() throws IOException {
        Files.delete(page());
        assertThat(file.read()).contains(Pages.numbered(1));
    }

    @Test
    void aPageThatWasNotWrittenToItsEndHarmsNone() throws IOException {
        Files.writeString(page().resolveSibling("ledger-test.coming.json"), "scaena-le");
        file.write(Pages.numbered(3));
        assertThat(file.read()).contains(Pages.numbered(3));
    }

    @Test
    void nothingIsRememberedWhereBothAreDamaged() throws IOException {
        Path previous = page().resolveSibling("ledger-test.previous.json");
        Files.writeString(page(), "x", StandardOpenOption.APPEND);
        Files.writeString(previous, "");
        assertThat(file.read()).isEmpty();
        file.write(Pages.numbered(4));
        assertThat(file.read()).contains(Pages.numbered(4));
    }

    private Path page() {
        return directory.resolve("state/ledger-test.json");
    }
}
