package org.scaena.bench.boot;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.scaena.bench.Benchmark;
import org.scaena.bench.EmbeddedHost;
import org.scaena.bench.Line;
import org.scaena.bench.Measure;
import org.scaena.bench.Report;
import org.scaena.bench.Rounds;
import org.scaena.bench.Samples;
import org.scaena.bench.TestAudio;
import org.scaena.bench.TestScsynth;
import org.scaena.server.Server;

/** From {@code boot} and {@code reboot} to a usable client, beside a scsynth alone. */
public final class BootBenchmark implements Benchmark {

    private static final Rounds ROUNDS = new Rounds(1, 5);
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @Override
    public String name() {
        return "boot";
    }

    @Override
    public String summary() {
        return "booting a server, and booting it again";
    }

    @Override
    public void run(Report report) throws Exception {
        try (EmbeddedHost host = EmbeddedHost.start(Map.of());
                TestAudio audio = TestAudio.start()) {
            Server server = host.client().server();
            Map<String, Measure> measures = new LinkedHashMap<>();
            measures.put("quit", Measure.milliseconds(() -> server.quit().await(LIMIT)));
            measures.put("floor", () -> scsynthAlone(audio));
            measures.put("boot", Measure.milliseconds(() -> server.boot().await(LIMIT)));
            measures.put("reboot", Measure.milliseconds(() -> server.reboot().await(LIMIT)));
            Map<String, Samples> samples = ROUNDS.inTurn(measures);
            report.section("until usable, JACK dummy with 64 frames");
            Line floor = report.line("scsynth alone, answers", samples.get("floor"), "ms");
            report.line("boot", samples.get("boot"), "ms").over(floor);
            report.line("reboot, the quit included", samples.get("reboot"), "ms").over(floor);
            report.section("until gone");
            report.line("quit", samples.get("quit"), "ms");
        }
        report.note(
                "Usable means: proved, logged in, definitions there and proved, default groups"
                        + " made, hooks run, Client published. The scsynth alone plays into a JACK"
                        + " that runs already.");
    }

    private static double scsynthAlone(TestAudio audio) throws Exception {
        long start = System.nanoTime();
        try (TestScsynth scsynth = TestScsynth.start(audio)) {
            double millis = (System.nanoTime() - start) / 1e6;
            return scsynth.pid() > 0 ? millis : Double.NaN;
        }
    }
}
