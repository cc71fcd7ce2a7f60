package org.scaena.bench.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.scaena.bench.TestAudio;

/** The floor: scsynth in a plain ProcessBuilder, up to the line that says it is ready. */
final class PlainScsynth {

    private PlainScsynth() {}

    /** Milliseconds from the start to the line. */
    static double readyAfterMs(TestAudio audio, int port) throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(List.of("scsynth", "-u", Integer.toString(port), "-R", "0"));
        builder.environment().putAll(audio.environment());
        builder.redirectErrorStream(true);
        long start = System.nanoTime();
        Process process = builder.start();
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (line.contains("server ready")) {
                    return (System.nanoTime() - start) / 1e6;
                }
            }
            throw new IOException("scsynth ended before it was ready");
        } finally {
            process.destroy();
            process.onExit().join();
        }
    }
}
