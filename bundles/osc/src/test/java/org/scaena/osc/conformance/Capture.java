package org.scaena.osc.conformance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * A packet that once went to or came from scsynth 3.13.
 *
 * <p>Kept in {@code scsynth-packets.txt.gz}: a line {@code <} or {@code >} and the bytes for each
 * packet, each only once.
 *
 * @param fromServer whether scsynth sent it; what was sent to it need not be well-formed
 */
public record Capture(boolean fromServer, byte[] bytes) {

    private static final String FILE = "scsynth-packets.txt.gz";

    /** All of them. */
    public static List<Capture> all() throws IOException {
        try (InputStream in = Capture.class.getResourceAsStream(FILE);
                BufferedReader lines =
                        new BufferedReader(
                                new InputStreamReader(
                                        new GZIPInputStream(in), StandardCharsets.US_ASCII))) {
            return lines.lines().map(Capture::of).toList();
        }
    }

    private static Capture of(String line) {
        return new Capture(line.charAt(0) == '<', HexFormat.of().parseHex(line, 2, line.length()));
    }

    @Override
    public String toString() {
        return (fromServer ? "< " : "> ") + HexFormat.of().formatHex(bytes);
    }
}
