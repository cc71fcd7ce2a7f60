package org.scaena.bench.continuity;

import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.ServiceRegistration;
import org.osgi.util.tracker.ServiceTracker;
import org.scaena.bench.EmbeddedHost;
import org.scaena.bench.Promise;
import org.scaena.bench.Report;
import org.scaena.bench.Samples;
import org.scaena.itests.continuity.Poll;
import org.scaena.node.NodeEvent;
import org.scaena.node.NodeListener;
import org.scaena.node.Synth;
import org.scaena.server.Client;
import org.scaena.server.Server;
import org.scaena.synthdef.internal.ScsyndefFormat;

/** How long it takes until the sound is back: scsynth is killed, the server's bundle replaced. */
final class Recoveries {

    private static final int KILLS = 50;
    private static final int ADOPTIONS = 20;
    private static final double MOST_MILLIS = 1000;
    private static final double SHARE = 0.95;
    private static final long MOST_WAIT_MILLIS = 30_000;

    private final Report report;
    private final AtomicLong firstSynth = new AtomicLong();

    Recoveries(Report report) {
        this.report = report;
    }

    void run() throws Exception {
        // A row of restarts ends at once: the pause before the second is not what is measured.
        try (EmbeddedHost host = EmbeddedHost.start(Map.of("goodSeconds", 0))) {
            ServiceTracker<Client, Client> clients =
                    new ServiceTracker<>(host.context(), Client.class, null);
            clients.open();
            ServiceRegistration<NodeListener> listening =
                    host.context()
                            .registerService(
                                    NodeListener.class,
                                    this::heard,
                                    new Hashtable<>(Map.of(Server.NAME, "bench")));
            Scene.define(host.client(), new ScsyndefFormat());
            List<Integer> ids = play(clients);
            recoveries(clients, ids);
            listening.unregister();
            adoptions(host, clients, ids);
        }
    }

    private void heard(NodeEvent event) {
        if (event.kind() == NodeEvent.Kind.WENT
                && event.defName().filter(Scene::isOf).isPresent()) {
            firstSynth.compareAndSet(0, System.nanoTime());
        }
    }

    private static List<Integer> play(ServiceTracker<Client, Client> clients)
            throws InterruptedException {
        List<Synth> synths = Scene.play(clients.waitForService(MOST_WAIT_MILLIS));
        synths.forEach(synth -> synth.started().await());
        return synths.stream().map(Synth::id).toList();
    }

    private void recoveries(ServiceTracker<Client, Client> clients, List<Integer> ids)
            throws InterruptedException {
        List<Double> first = new ArrayList<>();
        List<Double> usable = new ArrayList<>();
        int lost = 0;
        for (int kill = 1; kill <= KILLS; kill++) {
            Client before = clients.getService();
            long begin = System.nanoTime();
            ProcessHandle.of(before.server().pid().orElseThrow()).orElseThrow().destroyForcibly();
            Poll.until("the client goes", () -> clients.getService() != before);
            firstSynth.set(0);
            clients.waitForService(MOST_WAIT_MILLIS);
            usable.add((System.nanoTime() - begin) / 1e6);
            Poll.until("a synth is back", () -> firstSynth.get() != 0);
            first.add((firstSynth.get() - begin) / 1e6);
            lost += missing(play(clients), ids);
            if (kill % 10 == 0) {
                report.progress(kill + " of " + KILLS + " kills");
            }
        }
        report.section(
                "scsynth killed, with %d synths and %d definitions"
                        .formatted(Scene.SYNTHS, Scene.DEFINITIONS));
        report.line("kill to the first synth restored", Samples.of(first), "ms");
        report.line("the same, 95 % of them", Samples.of(first).quantile(SHARE), "ms")
                .promise(Promise.neverAbove(MOST_MILLIS));
        report.line("kill to Client back", Samples.of(usable), "ms");
        report.line("synths with another id, or lost", lost, "").promise(Promise.neverAbove(0));
    }

    private static int missing(List<Integer> now, List<Integer> before) {
        List<Integer> lost = new ArrayList<>(before);
        lost.removeAll(now);
        return lost.size();
    }

    private void adoptions(
            EmbeddedHost host, ServiceTracker<Client, Client> clients, List<Integer> ids)
            throws BundleException, InterruptedException {
        Bundle bundle = host.bundle("org.scaena.server");
        long pid = clients.getService().server().pid().orElseThrow();
        List<Double> taken = new ArrayList<>();
        int lost = 0;
        int others = 0;
        for (int round = 0; round < ADOPTIONS; round++) {
            Client before = clients.getService();
            long begin = System.nanoTime();
            bundle.update();
            Client after = clients.waitForService(MOST_WAIT_MILLIS);
            taken.add((System.nanoTime() - begin) / 1e6);
            lost += missing(play(clients), ids);
            others +=
                    after == before
                                    || after.server().pid().orElseThrow() != pid
                                    || after.id() != before.id()
                            ? 1
                            : 0;
        }
        report.section("the server's bundle replaced: scsynth plays on and is taken over");
        report.line("update to Client back", Samples.of(taken), "ms")
                .promise(Promise.neverAbove(MOST_MILLIS));
        report.line("synths with another id, or lost", lost, "").promise(Promise.neverAbove(0));
        report.line("other processes or client ids", others, "").promise(Promise.neverAbove(0));
    }
}
