package org.scaena.bench.peers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.scaena.bench.Programs;
import org.scaena.bench.Rounds;
import org.scaena.bench.Samples;
import org.scaena.bench.TestScsynth;
import org.scaena.bench.Work;

/**
 * SuperCollider's own language, which measures itself by a script: the same work, the same number
 * of rounds, but not in turn with the others.
 *
 * @param results by the script's words for the measures
 */
record Sclang(Map<String, Samples> results) {

    private static final String SCRIPT = "peers.scd";
    private static final String RESULT = "BENCH ";
    private static final long LIMIT_S = 120;

    /** A reply that it loses keeps it waiting for ever. */
    private static final int TRIES = 2;

    /** Runs the script; empty if there is no sclang. */
    static Optional<Sclang> measure(int serverPort, int stubPort, Rounds rounds)
            throws IOException, InterruptedException {
        if (Programs.firstLine("sclang", "-v").equals(Programs.ABSENT)) {
            return Optional.empty();
        }
        Path home = Work.folder("sclang");
        Path script = home.resolve(SCRIPT);
        try (InputStream text = Sclang.class.getResourceAsStream(SCRIPT)) {
            Files.copy(text, script, StandardCopyOption.REPLACE_EXISTING);
        }
        Path output = home.resolve("output.log");
        for (int i = 0; i < TRIES; i++) {
            if (hasEnded(start(script, home, output, serverPort, stubPort, rounds))) {
                return Optional.of(new Sclang(parse(Files.readAllLines(output))));
            }
        }
        throw new IOException("sclang did not end: see " + output);
    }

    private static Process start(
            Path script, Path home, Path output, int serverPort, int stubPort, Rounds rounds)
            throws IOException {
        return Programs.start(
                List.of(
                        "sclang",
                        "-u",
                        Integer.toString(TestScsynth.freePort()),
                        script.toString(),
                        Integer.toString(serverPort),
                        Integer.toString(stubPort),
                        Integer.toString(rounds.warmUps()),
                        Integer.toString(rounds.count())),
                Map.of(
                        "HOME", home.toString(),
                        "QT_QPA_PLATFORM", "offscreen",
                        "QTWEBENGINE_DISABLE_SANDBOX", "1"),
                output);
    }

    private static boolean hasEnded(Process sclang) throws InterruptedException {
        boolean ended = sclang.waitFor(LIMIT_S, TimeUnit.SECONDS);
        if (!ended) {
            Programs.end(sclang);
        }
        return ended;
    }

    /** What came out of a measure. */
    Optional<Samples> of(String measure) {
        return Optional.ofNullable(results.get(measure));
    }

    private static Map<String, Samples> parse(List<String> lines) {
        Map<String, List<Double>> values = new LinkedHashMap<>();
        for (String line : lines) {
            int at = line.indexOf(RESULT);
            if (at >= 0) {
                String[] words = line.substring(at + RESULT.length()).split(" ");
                values.computeIfAbsent(words[0], word -> new ArrayList<>())
                        .add(Double.parseDouble(words[1]));
            }
        }
        Map<String, Samples> results = new LinkedHashMap<>();
        values.forEach((word, list) -> results.put(word, Samples.of(list)));
        return results;
    }
}
