package org.scaena.bench.tree;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.scaena.bench.EmbeddedHost;
import org.scaena.bench.Promise;
import org.scaena.bench.Report;
import org.scaena.bench.Samples;
import org.scaena.catalogue.GroupCommands;
import org.scaena.node.AddAction;
import org.scaena.node.Group;
import org.scaena.node.Placement;
import org.scaena.osc.OscBundle;
import org.scaena.osc.OscPacket;
import org.scaena.osc.OscTimeTag;
import org.scaena.server.Client;

/** So many nodes begin and end in one go that a real scsynth does not tell of most of them. */
final class Storm {

    private static final int NODES = 10_000;
    private static final int IN_ONE_BUNDLE = 500;
    private static final int ROUNDS = 5;
    private static final int FIRST = 1_000_000;
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final long POLL_NANOS = 500_000;

    private Storm() {}

    static void measure(Report report) throws Exception {
        report.progress("storms of 10,000 nodes on a real scsynth");
        List<Double> begun = new ArrayList<>();
        List<Double> ended = new ArrayList<>();
        try (EmbeddedHost host = EmbeddedHost.start(Map.of("maxNodes", 3 * NODES))) {
            Client client = host.client();
            Group group = client.group(Placement.addToTail(client.rootGroup()));
            group.started().await();
            for (int round = 0; round < ROUNDS; round++) {
                begin(group).forEach(client::send);
                client.sync().await(LIMIT);
                begun.add(untilThereAre(NODES, group));
                group.freeAll();
                client.sync().await(LIMIT);
                ended.add(untilThereAre(0, group));
            }
            if (!group.snapshot().equals(group.queryTree().await(LIMIT))) {
                throw new IllegalStateException("the mirror and the server differ");
            }
        }
        report.section("until the mirror is right after a storm of 10,000 in one go");
        report.line("all begun", Samples.of(begun), "ms").promise(Promise.neverAbove(1000));
        report.line("all ended", Samples.of(ended), "ms").promise(Promise.neverAbove(1000));
        report.absent("maps and lists", "stays wrong: scsynth tells of 1,023 nodes an audio block");
    }

    private static List<OscPacket> begin(Group group) {
        Placement tail = new Placement(AddAction.ADD_TO_TAIL, group.id());
        return IntStream.range(0, NODES / IN_ONE_BUNDLE)
                .<OscPacket>mapToObj(
                        bundle ->
                                new OscBundle(
                                        OscTimeTag.IMMEDIATELY,
                                        IntStream.range(0, IN_ONE_BUNDLE)
                                                .map(i -> FIRST + bundle * IN_ONE_BUNDLE + i)
                                                .<OscPacket>mapToObj(
                                                        id ->
                                                                GroupCommands.create(id, tail)
                                                                        .message())
                                                .toList()))
                .toList();
    }

    /** How many ms it takes until the mirror knows so many nodes in a group. */
    private static double untilThereAre(int nodes, Group group) {
        long start = System.nanoTime();
        while (group.snapshot().children().size() != nodes) {
            if (System.nanoTime() - start > LIMIT.toNanos()) {
                throw new IllegalStateException("not healed within " + LIMIT);
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
        return (System.nanoTime() - start) / 1e6;
    }
}
