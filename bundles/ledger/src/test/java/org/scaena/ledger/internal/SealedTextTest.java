package org.scaena.ledger.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.scaena.ledger.HoldingsEntry;
import org.scaena.ledger.LedgerPage;

class SealedTextTest {

    @Test
    void readsWhatItWrote() throws DamagedPageException {
        assertThat(SealedText.open(SealedText.seal(Pages.full()))).isEqualTo(Pages.full());
        assertThat(SealedText.open(SealedText.seal(LedgerPage.EMPTY))).isEqualTo(LedgerPage.EMPTY);
    }

    @Test
    void canBeReadByPeople() {
        assertThat(new String(SealedText.seal(Pages.full()), StandardCharsets.UTF_8).lines())
                .anyMatch(line -> line.startsWith("scaena-ledger 1 length="))
                .anyMatch(line -> line.contains("\"pid\": 4711"))
                .anyMatch(line -> line.contains("\"2026-11-24T03:00:00.123456Z\""))
                .anyMatch(line -> line.contains("\"key\": \"drone\""));
    }

    @Test
    void refusesEveryPageThatIsCut() {
        byte[] whole = SealedText.seal(Pages.full());
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> SealedText.open(cut)).isInstanceOf(DamagedPageException.class);
        }
    }

    @Test
    void refusesEveryPageWithOneWrongByte() {
        byte[] whole = SealedText.seal(Pages.full());
        Random random = new Random(11);
        for (int at = 0; at < whole.length; at++) {
            byte[] wrong = whole.clone();
            wrong[at] ^= (byte) (1 + random.nextInt(255));
            assertThatThrownBy(() -> SealedText.open(wrong))
                    .as("byte %d", at)
                    .isInstanceOf(DamagedPageException.class);
        }
    }

    /** A host is upgraded while a piece plays. */
    @Test
    void readsWhatAHostBeforeThisHasWritten() throws Exception {
        String whole = new String(SealedText.seal(Pages.full()), StandardCharsets.UTF_8);
        JsonObject page =
                JsonParser.parseString(whole.substring(whole.indexOf('\n'))).getAsJsonObject();
        page.getAsJsonArray("logins").get(0).getAsJsonObject().remove("holdings");
        byte[] body = page.toString().getBytes(StandardCharsets.UTF_8);
        String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        String old =
                "scaena-ledger 1 length=%d sha256=%s\n".formatted(body.length, hash)
                        + new String(body, StandardCharsets.UTF_8);

        LedgerPage read = SealedText.open(old.getBytes(StandardCharsets.UTF_8));

        assertThat(read.logins().get(0).clientId()).isEqualTo(2);
        assertThat(read.logins().get(0).holdings()).isEqualTo(HoldingsEntry.NONE);
        assertThat(read.nodes()).isEqualTo(Pages.full().nodes());
    }

    @Test
    void namesTheFormatOfALaterHost() {
        String later =
                new String(SealedText.seal(LedgerPage.EMPTY), StandardCharsets.UTF_8)
                        .replaceFirst("ledger 1", "ledger 2");
        assertThat(catchThrowable(() -> SealedText.open(later.getBytes(StandardCharsets.UTF_8))))
                .hasMessage("it is of format 2 and this host reads format 1");
    }
}
