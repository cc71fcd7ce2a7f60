package org.scaena.bench.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.scaena.bench.EmbeddedHost;
import org.scaena.bench.Promise;
import org.scaena.bench.Report;
import org.scaena.bench.Samples;
import org.scaena.itests.continuity.Poll;
import org.scaena.itests.continuity.Recording;
import org.scaena.itests.player.Player;

/** Whole hosts are killed while a plugin's piece plays; each time another takes over. */
public final class KilledHosts {

    private static final int KILLS = 5;
    private static final double MOST_MILLIS = 1000;
    private static final long SECOND_BYTES = 48_000L * Float.BYTES;

    /** As long as all hosts before, which the piece is compared with. */
    private static final Duration LIMIT = Duration.ofMinutes(5);

    private static final Pattern TOOK = Pattern.compile("server 'default' runs after (\\d+) ms");

    private KilledHosts() {}

    /** Measures. */
    public static void run(Report report) throws IOException, InterruptedException {
        List<Double> started = new ArrayList<>();
        List<Double> taken = new ArrayList<>();
        Recording undisturbed;
        Recording disturbed;
        try (HostHome home = newHome()) {
            home.whileItRuns(pid -> kill(home.folder(), pid));
            for (int kill = 1; kill < KILLS; kill++) {
                started.add(home.whileItRuns(pid -> kill(home.folder(), pid)).seconds() * 1e3);
                report.progress(kill + " of " + KILLS + " hosts killed");
            }
            List<Recording> one = new ArrayList<>();
            started.add(home.whileItRuns(pid -> one.add(finish(home))).seconds() * 1e3);
            disturbed = one.get(0);
            taken.addAll(times(home.folder()));
        }
        try (HostHome home = newHome()) {
            List<Recording> one = new ArrayList<>();
            long length = disturbed.samples().length * (long) Float.BYTES;
            home.whileItRuns(
                    pid -> {
                        await(home.folder(), length);
                        one.add(finish(home));
                    });
            undisturbed = one.get(0);
        }
        report.section("the host killed: scsynth plays on, and the next host takes it over");
        report.line("taking over, to Client back", Samples.of(taken), "ms")
                .promise(Promise.neverAbove(MOST_MILLIS));
        report.line("start of the next host's JVM to Client back", Samples.of(started), "ms");
        report.line("samples compared", disturbed.common(undisturbed), "");
        report.line("differing samples", disturbed.differences(undisturbed), "")
                .promise(Promise.neverAbove(0));
    }

    private static HostHome newHome() throws IOException {
        HostHome home = HostHome.built();
        // what the piece has is without keys, and so without an owner in the next host
        home.add("startupSound=B\"false\"", "graceMs=I\"3600000\"");
        Player.into(home.folder(), EmbeddedHost.onClassPath("continuity"));
        return home;
    }

    private static void kill(Path home, String pid) {
        await(home, recorded(home) + SECOND_BYTES);
        ProcessHandle.of(Long.parseLong(pid)).orElseThrow().destroyForcibly();
    }

    private static Recording finish(HostHome home) throws IOException {
        Path folder = home.folder();
        await(folder, recorded(folder) + 2 * SECOND_BYTES);
        return Recording.finish(
                Player.recording(folder), home.port(), Player.buffer(folder).orElseThrow());
    }

    private static long recorded(Path home) {
        return Player.recording(home).toFile().length();
    }

    private static void await(Path home, long bytes) {
        Poll.until(
                "the piece is recorded",
                LIMIT,
                () -> Player.buffer(home).isPresent() && recorded(home) >= bytes);
    }

    /** All but that of the first host, which has booted. */
    private static List<Double> times(Path home) throws IOException {
        Matcher took = TOOK.matcher(Files.readString(home.resolve("logs/scaena.log")));
        return took.results().skip(1).map(one -> Double.valueOf(one.group(1))).toList();
    }
}
