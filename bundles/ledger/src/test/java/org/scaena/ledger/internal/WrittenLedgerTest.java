package org.scaena.ledger.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scaena.ledger.Ledger;

class WrittenLedgerTest {

    @TempDir Path directory;

    @Test
    void aLaterHostReadsTheLastPage() {
        try (Ledger ledger = open("main")) {
            assertThat(ledger.last()).isEmpty();
            ledger.write(Pages::full);
        }
        try (Ledger later = open("main")) {
            assertThat(later.last()).contains(Pages.full());
        }
    }

    @Test
    void eachServerHasItsOwn() {
        for (String server : new String[] {"a/b", "a_b", "a b"}) {
            try (Ledger ledger = open(server)) {
                assertThat(ledger.last()).as(server).isEmpty();
                ledger.write(Pages::full);
            }
        }
    }

    @Test
    void requestsAreJoinedAndTheLastOneCounts() {
        AtomicInteger asked = new AtomicInteger();
        try (Ledger ledger = open("main")) {
            for (int request = 0; request < 10_000; request++) {
                int number = request;
                ledger.write(
                        () -> {
                            asked.incrementAndGet();
                            return Pages.numbered(number);
                        });
            }
        }
        assertThat(asked.get()).isLessThan(10_000);
        try (Ledger later = open("main")) {
            assertThat(later.last()).contains(Pages.numbered(9_999));
        }
    }

    @Test
    void goesOnAfterAPageThatCouldNotBeWritten() throws Exception {
        Path state = directory.resolve("taken");
        Files.writeString(state, "a file where the folder should be");
        try (Ledger ledger = new LedgerFiles(state).open("main")) {
            awaitTurn(ledger);
            Files.delete(state);
            ledger.write(() -> Pages.numbered(2));
        }
        try (Ledger later = new LedgerFiles(state).open("main")) {
            assertThat(later.last()).contains(Pages.numbered(2));
        }
    }

    @Test
    void aPageThatCannotBeMadeHarmsNoLaterOne() throws Exception {
        try (Ledger ledger = open("main")) {
            CountDownLatch failed = new CountDownLatch(1);
            ledger.write(
                    () -> {
                        failed.countDown();
                        throw new IllegalStateException("for the test");
                    });
            failed.await();
            ledger.write(Pages::full);
        }
        try (Ledger later = open("main")) {
            assertThat(later.last()).contains(Pages.full());
        }
    }

    @Test
    void closingTwiceAndWritingAfterwardsIsHarmless() throws IOException {
        Ledger ledger = open("main");
        ledger.close();
        ledger.write(Pages::full);
        ledger.close();
        assertThat(directory.resolve("ledger-main.json")).doesNotExist();
    }

    private static void awaitTurn(Ledger ledger) throws InterruptedException {
        CountDownLatch turn = new CountDownLatch(1);
        ledger.write(
                () -> {
                    turn.countDown();
                    return Pages.numbered(1);
                });
        turn.await();
    }

    private Ledger open(String server) {
        return new LedgerFiles(directory).open(server);
    }
}
