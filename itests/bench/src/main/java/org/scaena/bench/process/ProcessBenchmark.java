package org.scaena.bench.process;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.scaena.bench.Benchmark;
import org.scaena.bench.Line;
import org.scaena.bench.Promise;
import org.scaena.bench.Report;
import org.scaena.bench.Samples;
import org.scaena.bench.TestAudio;
import org.scaena.bench.process.Lives.Life;
import org.scaena.process.internal.LocalProcessManager;

/** How long it takes to start a scsynth and prove it, and to see its end; what lives leave. */
public final class ProcessBenchmark implements Benchmark {

    private static final int WARM_UPS = 3;
    private static final int COMPARED = 30;
    private static final int LIVES = 200;

    @Override
    public String name() {
        return "process";
    }

    @Override
    public String summary() {
        return "starting, proving and losing a scsynth";
    }

    @Override
    public void run(Report report) throws Exception {
        LocalProcessManager manager = new LocalProcessManager();
        try (TestAudio audio = TestAudio.start()) {
            Lives lives = new Lives(manager, audio);
            for (int i = 0; i < WARM_UPS; i++) {
                lives.live();
                PlainScsynth.readyAfterMs(audio, lives.port());
            }
            long descriptors = Lives.descriptors();
            List<Life> all = compare(report, lives, audio);
            while (all.size() < LIVES) {
                all.add(lives.live());
                if (all.size() % 50 == 0) {
                    report.progress(all.size() + " of " + LIVES + " lives");
                }
            }
            report.section("kill -9 to its exit told, tree swept, files removed");
            report.line("Scaena", samples(all, Life::noticedMs), "ms").promise(Promise.atMost(50));
            report.section(LIVES + " lives in a row");
            nothing(report, "orphans", lives.orphans());
            nothing(report, "servers beside another", lives.doubles());
            nothing(report, "descriptors left open", Lives.descriptors() - descriptors);
        } finally {
            manager.deactivate();
        }
    }

    private static List<Life> compare(Report report, Lives lives, TestAudio audio)
            throws Exception {
        List<Life> ours = new ArrayList<>();
        List<Double> plain = new ArrayList<>();
        for (int i = 0; i < COMPARED; i++) {
            plain.add(PlainScsynth.readyAfterMs(audio, lives.port()));
            ours.add(lives.live());
        }
        report.section("start of scsynth, JACK dummy with 64 frames");
        Samples line = Samples.of(plain);
        Samples proved = samples(ours, Life::provedMs);
        Line floor = report.line("ProcessBuilder, to its ready line", line, "ms");
        report.line("Scaena, to its ready line", samples(ours, Life::lineMs), "ms").over(floor);
        report.line("Scaena, proved by a canary", proved, "ms").over(floor);
        report.section("what the proof costs more than that line");
        report.line("difference of the medians", proved.median() - line.median(), "ms")
                .promise(Promise.atMost(30))
                .because(
                        "ports are looked at before, and setsid and setpriv are two programs that"
                                + " are loaded before scsynth");
        report.line("proof after the line, in one life", samples(ours, Life::afterLineMs), "ms");
        report.note("The tail looks every 10 ms: a line is heard up to that much late.");
        return ours;
    }

    private static Samples samples(List<Life> lives, ToDoubleFunction<Life> figure) {
        return Samples.of(lives.stream().map(figure::applyAsDouble).toList());
    }

    private static void nothing(Report report, String what, long count) {
        report.line(what, Math.max(0, count), "").promise(Promise.neverAbove(0));
    }
}
