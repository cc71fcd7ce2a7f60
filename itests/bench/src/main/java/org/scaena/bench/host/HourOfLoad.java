package org.scaena.bench.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.scaena.bench.Line;
import org.scaena.bench.Promise;
import org.scaena.bench.Report;
import org.scaena.bench.Samples;

/** What a host holds after an hour's load, which is done as fast as the server takes it. */
final class HourOfLoad {

    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final long POLL_NS = Duration.ofMillis(20).toNanos();
    private static final double PROMISED_MB = 120;

    /** What the host holds at one moment. */
    private record Held(double residentMb, long threads, long descriptors) {

        static Held by(String pid) throws IOException {
            return new Held(
                    ProcFile.residentBytes(pid) / 1e6,
                    ProcFile.count(pid, "task"),
                    ProcFile.count(pid, "fd"));
        }
    }

    private HourOfLoad() {}

    static void run(Report report) throws IOException, InterruptedException {
        try (HostHome home = HostHome.built()) {
            LoadPlugin.write(home.folder());
            long begin = System.nanoTime();
            List<Held> held = new ArrayList<>();
            home.whileItRuns(pid -> follow(home.folder(), pid, held, report));
            tell(held, (System.nanoTime() - begin) / 1e9, report);
        }
    }

    /** Looks whenever the plugin has written a line more. */
    private static void follow(Path home, String pid, List<Held> held, Report report)
            throws IOException {
        Path file = home.resolve(Load.FILE);
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (held.size() <= Load.MARKS) {
            List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
            if (lines.size() > held.size()) {
                String last = lines.get(lines.size() - 1);
                if (last.startsWith("failed")) {
                    throw new IOException("the load " + last);
                }
                report.progress("load: " + last);
                held.add(Held.by(pid));
            }
            if (System.nanoTime() - deadline > 0) {
                throw new IOException("the load was not done within " + LIMIT);
            }
            LockSupport.parkNanos(POLL_NS);
        }
    }

    private static void tell(List<Held> held, double seconds, Report report) {
        Held before = held.get(0);
        Held after = held.get(held.size() - 1);
        report.section("resident memory of the JVM under load");
        report.line("when the load begins", before.residentMb, "MB");
        Line early = report.line("after 10 minutes of load", held.get(1).residentMb, "MB");
        report.line("after 60 minutes of load", after.residentMb, "MB")
                .over(early)
                .promise(Promise.atMost(PROMISED_MB))
                .because("the heap is as large as its limit lets it become under load");
        report.line(
                "most in that time",
                Samples.of(held.stream().map(Held::residentMb).toList()).max(),
                "MB");
        report.section("what is left of 36,000 synths, 360,000 controls, 360 buffers");
        report.line("threads more", Math.max(0, after.threads - before.threads), "");
        report.line("descriptors more", Math.max(0, after.descriptors - before.descriptors), "")
                .promise(Promise.neverAbove(0));
        report.note(
                "An hour's load – 10 synths and 100 controls each second, a buffer each ten – is"
                        + " done by a plugin in the host as fast as the server takes it: in %.0f s,"
                                .formatted(seconds)
                        + " start and end included.");
    }
}
