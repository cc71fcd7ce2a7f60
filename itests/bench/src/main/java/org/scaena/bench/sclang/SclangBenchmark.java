package org.scaena.bench.sclang;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.scaena.bench.Benchmark;
import org.scaena.bench.EmbeddedHost;
import org.scaena.bench.Line;
import org.scaena.bench.Measure;
import org.scaena.bench.Programs;
import org.scaena.bench.Promise;
import org.scaena.bench.Report;
import org.scaena.bench.Rounds;
import org.scaena.bench.Samples;
import org.scaena.command.Reply;
import org.scaena.sclang.Sclang;
import org.scaena.sclang.SclangValue;

/** The real sclang as a service: starting it, and what one evaluation costs. */
public final class SclangBenchmark implements Benchmark {

    private static final Rounds STARTS = new Rounds(1, 5);
    private static final Rounds TRIPS = new Rounds(200, 1_000);
    private static final Rounds LARGE = new Rounds(2, 10);
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final double PROMISED_MS = 5;
    private static final int AT_ONCE = 100;

    @Override
    public String name() {
        return "sclang";
    }

    @Override
    public String summary() {
        return "evaluating code in SuperCollider's language";
    }

    @Override
    public void run(Report report) throws Exception {
        if (Programs.firstLine("sclang", "-v").equals(Programs.ABSENT)) {
            report.absent("sclang", "apt-get install supercollider-language");
            return;
        }
        try (EmbeddedHost host = EmbeddedHost.start(Map.of())) {
            Sclang language = language(host.context());
            starts(report, language);
            trips(report, language);
            large(report, language);
            language.connect(host.client().server()).await(LIMIT);
            reconnects(report, language, host);
            language.stop().await(LIMIT);
        }
    }

    private static Sclang language(BundleContext context) {
        return context.getService(context.getServiceReference(Sclang.class));
    }

    private static void starts(Report report, Sclang language) throws Exception {
        Samples starts =
                STARTS.of(
                        () -> {
                            language.stop().await(LIMIT);
                            return Measure.milliseconds(() -> language.start().await(LIMIT)).once();
                        });
        report.section("starting");
        report.line("start() until it evaluates", starts, "ms");
    }

    private static void trips(Report report, Sclang language) throws Exception {
        language.eval(Echo.CODE).await(LIMIT);
        Map<String, Measure> contenders = new LinkedHashMap<>();
        try (Echo echo = new Echo(language.endpoint().orElseThrow().port())) {
            contenders.put("echo", Measure.milliseconds(echo::roundTrip));
            contenders.put("eval", Measure.milliseconds(() -> eval(language, "1 + 2")));
            Map<String, Samples> samples = TRIPS.inTurn(contenders);
            report.section("round trips");
            Line floor =
                    report.line("plain OSC echo in sclang, the floor", samples.get("echo"), "ms");
            report.line("eval(\"1 + 2\")", samples.get("eval"), "ms")
                    .over(floor)
                    .promise(Promise.atMost(PROMISED_MS));
        }
    }

    private static SclangValue eval(Sclang language, String code) {
        return language.eval(code, Map.of(), LIMIT).await(LIMIT);
    }

    private static void large(Report report, Sclang language) throws Exception {
        report.section("many and large");
        Samples many = LARGE.of(Measure.perSecond(AT_ONCE, () -> atOnce(language)));
        report.line("evaluations, " + AT_ONCE + " asked for at once", many, "/s");
        Samples numbers = LARGE.of(Measure.milliseconds(() -> eval(language, "(1..100000)")));
        report.line("a value of 100,000 numbers", numbers, "ms");
        String comment = "/*" + "x".repeat(1 << 20) + "*/ 1";
        Samples code = LARGE.of(Measure.milliseconds(() -> eval(language, comment)));
        report.line("code of 1 MiB", code, "ms");
    }

    private static void atOnce(Sclang language) {
        List<Reply<SclangValue>> replies =
                Stream.generate(() -> language.eval("1 + 2", Map.of(), LIMIT))
                        .limit(AT_ONCE)
                        .toList();
        replies.forEach(reply -> reply.await(LIMIT));
    }

    private static void reconnects(Report report, Sclang language, EmbeddedHost host)
            throws Exception {
        Samples again =
                LARGE.of(
                        () -> {
                            host.client().server().reboot().await(LIMIT);
                            return Measure.milliseconds(() -> language.whenConnected().await(LIMIT))
                                    .once();
                        });
        report.section("beside the server");
        report.line("logged in again, after the server's reboot", again, "ms");
    }
}
