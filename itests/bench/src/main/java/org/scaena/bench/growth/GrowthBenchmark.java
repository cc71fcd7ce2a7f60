package org.scaena.bench.growth;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.ServiceRegistration;
import org.scaena.bench.Benchmark;
import org.scaena.bench.EmbeddedHost;
import org.scaena.bench.Line;
import org.scaena.bench.Measure;
import org.scaena.bench.Promise;
import org.scaena.bench.Report;
import org.scaena.bench.Rounds;
import org.scaena.bench.Samples;
import org.scaena.node.Group;
import org.scaena.node.NodeListener;
import org.scaena.node.Placement;
import org.scaena.server.Client;

/**
 * The same work, 50 groups made and freed, while 1, 10, 100 and 1,000 nodes live, listeners hear
 * it, nodes have keys, plugins run or servers are configured.
 */
public final class GrowthBenchmark implements Benchmark {

    private static final int[] SIZES = {1, 10, 100, 1000};

    private static final int GROUPS = 50;
    private static final Rounds ROUNDS = new Rounds(2, 5);

    @Override
    public String name() {
        return "growth";
    }

    @Override
    public String summary() {
        return "the same work as nodes, listeners, plugins, servers grow";
    }

    @Override
    public void run(Report report) throws Exception {
        try (EmbeddedHost host = EmbeddedHost.start(Map.of("maxNodes", 4096))) {
            nodes(host.client(), report);
            keys(host.client(), report);
            listeners(host, report);
            plugins(host, report);
        }
        // by themselves: a service is offered to all bundles, which were a thousand just now
        try (EmbeddedHost host = EmbeddedHost.start(Map.of())) {
            servers(host, report);
        }
        report.note(
                "A group is made and freed, its notifications included; two audio periods for each"
                        + " %d groups are part of it.".formatted(GROUPS));
    }

    private static void nodes(Client client, Report report) throws Exception {
        Group around = client.group(Placement.addToTail(client.defaultGroup()));
        int living = 0;
        Map<Integer, Samples> costs = new LinkedHashMap<>();
        for (int size : SIZES) {
            for (; living < size; living++) {
                client.group(Placement.addToHead(around));
            }
            costs.put(size, cost(client));
        }
        around.free();
        client.sync().await();
        tell("nodes that live in one group", costs, Promise.ratioAtMost(1.5), report);
    }

    private static void keys(Client client, Report report) throws Exception {
        List<Group> keyed = new ArrayList<>();
        Map<Integer, Samples> costs = new LinkedHashMap<>();
        for (int size : SIZES) {
            while (keyed.size() < size) {
                Placement place = Placement.addToTail(client.defaultGroup());
                keyed.add(client.group("growth-" + keyed.size(), place));
            }
            costs.put(size, cost(client));
        }
        keyed.forEach(Group::free);
        client.sync().await();
        tell("nodes with keys", costs, Promise.ratioAtMost(1.5), report);
    }

    private static void listeners(EmbeddedHost host, Report report) throws Exception {
        List<ServiceRegistration<NodeListener>> registered = new ArrayList<>();
        Map<Integer, Samples> costs = new LinkedHashMap<>();
        for (int size : SIZES) {
            while (registered.size() < size) {
                registered.add(
                        host.context().registerService(NodeListener.class, event -> {}, null));
            }
            costs.put(size, cost(host.client()));
        }
        registered.forEach(ServiceRegistration::unregister);
        tell("listeners that hear all", costs, null, report);
    }

    private static void plugins(EmbeddedHost host, Report report) throws Exception {
        report.progress("plugins");
        Plugins plugins = new Plugins(host);
        Map<Integer, Samples> costs = new LinkedHashMap<>();
        long before = Heap.usedBytes();
        for (int size : SIZES) {
            plugins.growTo(size);
            costs.put(size, cost(host.client()));
        }
        double each = (double) (Heap.usedBytes() - before) / SIZES[SIZES.length - 1];
        plugins.end();
        tell("plugins with a group each", costs, Promise.ratioAtMost(1.5), report);
        report.line("heap for each", each / 1024, "KiB");
    }

    private static void servers(EmbeddedHost host, Report report) throws Exception {
        report.progress("servers");
        Map<Integer, Samples> costs = new LinkedHashMap<>();
        int threads = Thread.activeCount();
        long before = Heap.usedBytes();
        for (int size : SIZES) {
            host.configureServers(size - 1);
            costs.put(size, cost(host.client()));
        }
        double each = (double) (Heap.usedBytes() - before) / SIZES[SIZES.length - 1];
        tell("servers configured, one of which runs", costs, Promise.ratioAtMost(1.5), report);
        report.line("heap for each", each / 1024, "KiB");
        report.line("threads more", Math.max(0, Thread.activeCount() - threads), "")
                .promise(Promise.atMost(10)); // pools may grow by a few
    }

    /** µs for each group. */
    private static Samples cost(Client client) throws Exception {
        return ROUNDS.of(Measure.microseconds(() -> makeAndFree(client))).times(1.0 / GROUPS);
    }

    private static void makeAndFree(Client client) {
        Group last = client.defaultGroup();
        for (int i = 0; i < GROUPS; i++) {
            last = client.group(Placement.addToHead(client.defaultGroup()));
            last.free();
        }
        last.ended().await();
    }

    private static void tell(
            String what, Map<Integer, Samples> costs, @Nullable Promise promise, Report report) {
        report.section(what);
        Line first = null;
        for (Map.Entry<Integer, Samples> entry : costs.entrySet()) {
            Line line = report.line("%,d".formatted(entry.getKey()), entry.getValue(), "µs");
            if (first == null) {
                first = line;
            } else {
                line.over(first);
                if (promise != null) {
                    line.promise(promise);
                }
            }
        }
    }
}
