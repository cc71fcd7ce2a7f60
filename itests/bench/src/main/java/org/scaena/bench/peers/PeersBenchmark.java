package org.scaena.bench.peers;

import java.math.BigDecimal;
import java.math.MathContext;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.scaena.bench.Benchmark;
import org.scaena.bench.EmbeddedHost;
import org.scaena.bench.Line;
import org.scaena.bench.Measure;
import org.scaena.bench.Promise;
import org.scaena.bench.Report;
import org.scaena.bench.Rounds;
import org.scaena.bench.Samples;

/** Scaena beside no library at all, NetUtil, ScalaCollider and sclang, on one scsynth. */
public final class PeersBenchmark implements Benchmark {

    private static final Rounds ROUNDS = new Rounds(2, 7);

    /** A synth takes more code than a message, which the JVM compiles only when it is used. */
    private static final Rounds SYNTH_ROUNDS = new Rounds(20, 7);

    private static final String READER =
            "a link reads on a thread of its own, which wakes the one that waits; a plain channel"
                    + " with such a thread takes as long";
    private static final String HAND_OVER =
            "what comes back is read by a thread of its own, and what nobody waits for passes that"
                + " of events, so that no plugin holds up the link; where scsynth and jackd want"
                + " the cores, too, a thread that is woken too late misses an audio period";
    private static final String VALUE =
            "a message is a value that may wait in the queue and stays in the trace, and the tree"
                    + " keeps what a control was set to";

    /** By so much the medians of two runs of one contender differ. */
    private static final double TOLERANCE = 0.05;

    private static final String OURS = "Scaena";
    private static final String FLOOR = "floor";
    private static final String SCLANG = "sclang";

    @Override
    public String name() {
        return "peers";
    }

    @Override
    public String summary() {
        return "Scaena beside floor, NetUtil, ScalaCollider, sclang";
    }

    @Override
    public void run(Report report) throws Exception {
        try (EmbeddedHost host = EmbeddedHost.start(Map.of("maxLogins", 16));
                Stub stub = new Stub();
                Contenders contenders = Contenders.of(host, stub.address())) {
            InetSocketAddress scsynth = host.scsynth();
            report.progress("sclang");
            Optional<Sclang> sclang =
                    Sclang.measure(scsynth.getPort(), stub.address().getPort(), ROUNDS);
            callers(contenders.callers(), sclang, report);
            for (Contender contender : contenders.all()) {
                contender.begin();
            }
            for (Task task : Task.values()) {
                tasks(task, contenders.all(), sclang, report);
            }
            report.progress("synths made and freed");
            counted(
                    "/s_new and /n_free, each notification checked",
                    "play",
                    Counted.synths(contenders.all(), SYNTH_ROUNDS),
                    sclang,
                    report);
            report.progress("control buses");
            counted(
                    "/c_set, each arrival checked",
                    "flood",
                    Counted.buses(contenders.all(), ROUNDS),
                    sclang,
                    report);
        }
        report.note(
                "floor is a plain DatagramChannel for each thread that reads its own answers: no"
                        + " requests, no listeners, no checks.");
        report.note(
                "Beside the others, as good means within 5 %: most lines are bound by the server,"
                        + " which answers a sync two audio periods later.");
        report.note("sclang measures itself, in the same minute but not in turn with the others.");
    }

    private static void callers(List<Caller> callers, Optional<Sclang> sclang, Report report)
            throws Exception {
        report.progress("the stub");
        Endurance endurance = new Endurance();
        Map<String, Measure> trips = new LinkedHashMap<>();
        Map<String, Measure> pipelines = new LinkedHashMap<>();
        for (Caller caller : callers) {
            trips.put(caller.name(), Task.each(1000, caller::sync));
            pipelines.put(caller.name(), endurance.of(caller.name(), pipeline(caller)));
        }
        Map<String, Samples> samples = ROUNDS.inTurn(trips);
        sclang.flatMap(s -> s.of("sync-stub")).ifPresent(s -> samples.put(SCLANG, s));
        report.section("sync round trip, instant stub (the client's own cost)");
        lines(samples, "µs", Task.Aim.LESS, report)
                .ifPresent(ours -> ours.promise(Promise.ratioAtMost(1.5)).because(READER));
        absent(samples, report);
        Map<String, Samples> rates = ROUNDS.inTurn(pipelines);
        sclang.flatMap(s -> s.of("pipelined")).ifPresent(s -> rates.put(SCLANG, s));
        report.section("pipelined requests, 100 on the way, instant stub");
        lines(rates, "1/s", Task.Aim.MORE, report);
        endurance.tell(report);
        absent(rates, report);
    }

    private static Measure pipeline(Caller caller) {
        return Measure.perSecond(
                2000,
                () -> {
                    for (int i = 0; i < 20; i++) {
                        caller.syncs(100);
                    }
                });
    }

    private static void tasks(
            Task task, List<Contender> contenders, Optional<Sclang> sclang, Report report)
            throws Exception {
        report.progress(task.title());
        Map<String, Measure> measures = new LinkedHashMap<>();
        Endurance endurance = new Endurance();
        for (Contender contender : contenders) {
            measures.put(contender.name(), endurance.of(contender.name(), task.of(contender)));
        }
        Map<String, Samples> samples = ROUNDS.inTurn(measures);
        sclang.flatMap(s -> s.of(task.sclangWord())).ifPresent(s -> samples.put(SCLANG, s));
        report.section(task.title());
        Optional<Line> ours = lines(samples, task.unit(), task.aim(), report);
        if (task == Task.ALLOCATED) {
            ours.ifPresent(line -> line.promise(Promise.atMost(0)).because(VALUE));
        }
        endurance.tell(report);
        absent(samples, report);
    }

    private static void counted(
            String title,
            String word,
            Map<String, Counted> results,
            Optional<Sclang> sclang,
            Report report) {
        Map<String, Samples> rates = new LinkedHashMap<>();
        results.forEach((name, counted) -> rates.put(name, counted.rates()));
        sclang.flatMap(s -> s.of(word)).ifPresent(s -> rates.put(SCLANG, s));
        report.section(title);
        lines(rates, "1/s", Task.Aim.MORE, report);
        results.forEach(
                (name, counted) ->
                        counted.faults()
                                .forEach(
                                        (fault, count) -> {
                                            Line line = report.line(name + ", " + fault, count, "");
                                            if (name.equals(OURS)) {
                                                line.promise(Promise.neverAbove(0));
                                            }
                                        }));
        for (String fault : List.of("lost", "disorder")) {
            sclang.flatMap(s -> s.of(word + "-" + fault))
                    .ifPresent(count -> report.line(SCLANG + ", " + fault, count, ""));
        }
        absent(rates, report);
    }

    /** A line for each; ours, which must be as good as the best of the others. */
    private static Optional<Line> lines(
            Map<String, Samples> samples, String unit, Task.Aim aim, Report report) {
        Line floor = null;
        Line ours = null;
        List<Double> others = new ArrayList<>();
        for (Map.Entry<String, Samples> entry : samples.entrySet()) {
            Line line = report.line(entry.getKey(), entry.getValue(), unit);
            if (entry.getKey().equals(FLOOR)) {
                floor = line;
            } else if (entry.getKey().equals(OURS)) {
                ours = line;
            } else if (!entry.getKey().startsWith(FLOOR)) {
                others.add(entry.getValue().median());
            }
            if (floor != null && line != floor) {
                line.over(floor);
            }
        }
        if (ours != null && !others.isEmpty()) {
            DoubleStream figures = others.stream().mapToDouble(d -> d);
            ours.promise(
                            aim == Task.Aim.LESS
                                    ? Promise.atMost(
                                            rounded(figures.min().orElse(0) * (1 + TOLERANCE)))
                                    : Promise.atLeast(
                                            rounded(figures.max().orElse(0) * (1 - TOLERANCE))))
                    .because(HAND_OVER);
        }
        return Optional.ofNullable(ours);
    }

    /** To as many digits as are shown. */
    private static double rounded(double figure) {
        return new BigDecimal(figure).round(new MathContext(4)).doubleValue();
    }

    private static void absent(Map<String, Samples> samples, Report report) {
        if (!samples.containsKey(SCLANG)) {
            report.absent(SCLANG, "not installed, or not measured by its script");
        }
    }
}
