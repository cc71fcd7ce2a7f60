package org.scaena.ledger.internal;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.scaena.ledger.LedgerPage;
import org.scaena.node.ControlValues;

/**
 * A page as text: a line with format, length and hash, and the page as JSON behind it.
 *
 * <pre>scaena-ledger 1 length=1234 sha256=…</pre>
 */
final class SealedText {

    private static final int FORMAT = 1;
    private static final int LONGEST_SEAL = 128;
    private static final Pattern SEAL =
            Pattern.compile("scaena-ledger (\\d{1,9}) length=(\\d{1,9}) sha256=([0-9a-f]{64})");
    private static final Gson JSON =
            new GsonBuilder()
                    .setPrettyPrinting()
                    .registerTypeAdapterFactory(new OptionalAdapterFactory())
                    .registerTypeAdapter(Instant.class, new InstantAdapter())
                    .registerTypeAdapter(ControlValues.class, new ControlValuesAdapter())
                    .create();

    private SealedText() {}

    static byte[] seal(LedgerPage page) {
        byte[] body = JSON.toJson(page).getBytes(StandardCharsets.UTF_8);
        byte[] seal =
                "scaena-ledger %d length=%d sha256=%s\n"
                        .formatted(FORMAT, body.length, hash(body))
                        .getBytes(StandardCharsets.US_ASCII);
        byte[] text = Arrays.copyOf(seal, seal.length + body.length);
        System.arraycopy(body, 0, text, seal.length, body.length);
        return text;
    }

    static LedgerPage open(byte[] text) throws DamagedPageException {
        int end = endOfSeal(text);
        String line = new String(text, 0, end, StandardCharsets.US_ASCII);
        Matcher seal = SEAL.matcher(line);
        if (!seal.matches()) {
            throw new DamagedPageException("its first line is no seal");
        }
        if (Integer.parseInt(seal.group(1)) != FORMAT) {
            throw new DamagedPageException(
                    "it is of format %s and this host reads format %d"
                            .formatted(seal.group(1), FORMAT));
        }
        byte[] body = Arrays.copyOfRange(text, end + 1, text.length);
        if (body.length != Integer.parseInt(seal.group(2))) {
            throw new DamagedPageException(
                    "it has %d bytes instead of %s".formatted(body.length, seal.group(2)));
        }
        if (!hash(body).equals(seal.group(3))) {
            throw new DamagedPageException("its contents do not have the hash in its first line");
        }
        return page(body);
    }

    private static int endOfSeal(byte[] text) throws DamagedPageException {
        for (int at = 0; at < Math.min(text.length, LONGEST_SEAL); at++) {
            if (text[at] == '\n') {
                return at;
            }
        }
        throw new DamagedPageException("its first line is no seal");
    }

    private static LedgerPage page(byte[] body) throws DamagedPageException {
        try {
            LedgerPage page =
                    JSON.fromJson(new String(body, StandardCharsets.UTF_8), LedgerPage.class);
            if (page != null) {
                return page;
            }
        } catch (JsonParseException | IllegalArgumentException | NullPointerException unreadable) {
            throw new DamagedPageException("it can't be read: " + unreadable.getMessage());
        }
        throw new DamagedPageException("it is empty");
    }

    private static String hash(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException every) {
            throw new IllegalStateException("every Java has SHA-256", every);
        }
    }
}
