package org.scaena.bench.tree;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import org.scaena.allocator.internal.Allocators;
import org.scaena.allocator.internal.PartitionedNodeIds;
import org.scaena.bench.Line;
import org.scaena.bench.Measure;
import org.scaena.bench.Promise;
import org.scaena.bench.Report;
import org.scaena.bench.Rounds;
import org.scaena.bench.Samples;
import org.scaena.id.IdLayout;
import org.scaena.id.IdPool;
import org.scaena.id.IdRange;
import org.scaena.id.Ids;
import org.scaena.id.NodeIdStrategy;
import org.scaena.id.NodeIds;

/** How long an id takes to be lent, and to be taken back. */
final class IdSpeed {

    private static final String OWNER = "org.scaena.bench";
    private static final int BUSES = 4096;
    private static final int LIVING = 10_000;
    private static final int PAIRS = 200_000;
    private static final Rounds ROUNDS = new Rounds(5, 9);

    private IdSpeed() {}

    static void measure(Report report) throws Exception {
        report.progress("ids");
        Ids ids =
                new Allocators(new PartitionedNodeIds())
                        .open(
                                new IdLayout(
                                        0, 1, 2, 2, 1024, BUSES, 1024, NodeIdStrategy.PARTITIONED));
        nodes(report, ids.nodes());
        buses(report, ids.controlBuses());
    }

    private static void nodes(Report report, NodeIds ours) throws Exception {
        NaiveNodeIds naive = new NaiveNodeIds();
        int[] here = new int[LIVING];
        int[] there = new int[LIVING];
        for (int i = 0; i < LIVING; i++) {
            here[i] = ours.allocate(OWNER);
            there[i] = naive.allocate();
        }
        compare(
                report,
                "a node id lent or taken back, 10,000 living",
                "a sorted set",
                step -> {
                    int at = step % LIVING;
                    naive.free(there[at]);
                    return there[at] = naive.allocate();
                },
                step -> {
                    int at = step % LIVING;
                    ours.free(here[at]);
                    return here[at] = ours.allocate(OWNER);
                });
    }

    /** Every other bus is taken, and the upper half free, so that a run of four lies far behind. */
    private static void buses(Report report, IdPool ours) throws Exception {
        NaivePool naive = new NaivePool(BUSES);
        naive.allocate(BUSES / 2);
        ours.allocate(BUSES / 2, OWNER);
        for (int bus = 0; bus < BUSES / 2; bus += 2) {
            naive.free(bus, 1);
            ours.free(IdRange.of(bus));
        }
        compare(
                report,
                "a bus lent or taken back, 3 of 4 free",
                "a row of flags",
                step -> {
                    int bus = naive.allocate(1);
                    naive.free(bus, 1);
                    return bus;
                },
                step -> {
                    IdRange bus = ours.allocate(1, OWNER);
                    ours.free(bus);
                    return bus.first();
                });
        compare(
                report,
                "4 neighbouring buses lent or taken back, the lower half in pieces",
                "a row of flags",
                step -> {
                    int bus = naive.allocate(4);
                    naive.free(bus, 4);
                    return bus;
                },
                step -> {
                    IdRange bus = ours.allocate(4, OWNER);
                    ours.free(bus);
                    return bus.first();
                });
    }

    private static void compare(
            Report report,
            String what,
            String naiveName,
            IntUnaryOperator naive,
            IntUnaryOperator ours)
            throws Exception {
        Map<String, Measure> contenders = new LinkedHashMap<>();
        contenders.put("naive", nanosecondsOfOne(naive));
        contenders.put("ours", nanosecondsOfOne(ours));
        Map<String, Samples> samples = ROUNDS.inTurn(contenders);
        report.section(what);
        Line floor = report.line(naiveName, samples.get("naive"), "ns");
        report.line("Scaena", samples.get("ours"), "ns")
                .over(floor)
                .promise(Promise.atMost(100))
                .because(
                        "it is processor time alone, of a machine whose speed the bare lines of"
                                + " this page tell");
    }

    /** Of one of the two that make a pair. */
    private static Measure nanosecondsOfOne(IntUnaryOperator pair) {
        int[] sink = new int[1];
        return ProcessorTime.nanoseconds(
                2 * PAIRS,
                () -> {
                    for (int step = 0; step < PAIRS; step++) {
                        sink[0] += pair.applyAsInt(step);
                    }
                });
    }
}
