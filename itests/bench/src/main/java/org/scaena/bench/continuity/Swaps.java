package org.scaena.bench.continuity;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;
import org.scaena.bench.EmbeddedHost;
import org.scaena.bench.Promise;
import org.scaena.bench.Report;
import org.scaena.bench.Samples;
import org.scaena.bench.Work;
import org.scaena.itests.continuity.HotDeploy;
import org.scaena.itests.continuity.Piece;
import org.scaena.itests.continuity.Poll;
import org.scaena.itests.continuity.Recording;
import org.scaena.itests.continuity.Swap;
import org.scaena.itests.continuity.Traffic;
import org.scaena.osc.OscCodec;
import org.scaena.server.Client;
import org.scaena.synthdef.internal.ScsyndefFormat;

/**
 * Each module is replaced in each way while 200 synths play and a client sends 1,000 messages a
 * second; that of the server, with which all clients go and come, without the messages.
 */
final class Swaps {

    private static final List<String> MODULES =
            List.of("osc", "process", "allocator", "nodetree", "synthdef", "console");

    private static final int ROUNDS = 4;
    private static final int MESSAGES_AFTER_EACH = Traffic.PER_SECOND / 2;
    private static final double MOST_GAP_MILLIS = 200;
    private static final long MOST_WAIT_MILLIS = 30_000;

    private final Report report;
    private final Map<String, List<Double>> gaps = new LinkedHashMap<>();
    private int differing;
    private int compared;
    private int lost;
    private int failed;
    private int messages;

    Swaps(Report report) {
        this.report = report;
    }

    void run() throws Exception {
        // what the piece has is without keys, and so without an owner when the server was replaced
        try (EmbeddedHost host = EmbeddedHost.start(Map.of("graceMs", 3_600_000))) {
            host.install(EmbeddedHost.jar("org.scaena.console")).start();
            Piece.define(host.client(), new ScsyndefFormat());
            report.progress("the piece without a disturbance");
            Recording undisturbed = undisturbed(host.client());
            for (String module : MODULES) {
                replace(host, module, EmbeddedHost.jar("org.scaena." + module), undisturbed);
            }
            replaceJavaOsc(host, undisturbed);
            replaceServer(host, undisturbed);
        }
        report.section("longest time from a command to its being done, while a module is replaced");
        gaps.forEach(
                (what, millis) ->
                        report.line(what, Samples.of(millis), "ms")
                                .promise(Promise.neverAbove(MOST_GAP_MILLIS))
                                .because(
                                        "what is replaced is loaded and linked anew, which takes"
                                                + " the Java machine most of that time"));
        report.section("what differs from a piece that is left alone");
        report.line("samples compared", compared, "");
        report.line("differing samples", differing, "").promise(Promise.neverAbove(0));
        report.line("messages sent", messages, "");
        report.line("messages lost", lost, "").promise(Promise.neverAbove(0));
        report.line("messages refused, or come twice", failed, "").promise(Promise.neverAbove(0));
    }

    private static Recording undisturbed(Client client) throws IOException {
        Piece piece = Piece.play(client, file("undisturbed"));
        try (Traffic traffic = new Traffic(client)) {
            traffic.goOn(MESSAGES_AFTER_EACH * (ROUNDS * Swap.values().length + 4));
            traffic.end();
        }
        return piece.stop();
    }

    /** The codec that is in use. */
    private void replaceJavaOsc(EmbeddedHost host, Recording undisturbed) throws Exception {
        host.install(EmbeddedHost.onClassPath("javaosc-core"));
        Bundle codec = host.install(EmbeddedHost.onClassPath("org.scaena.osc-javaosc"));
        codec.start();
        host.configure("org.scaena.osc.javaosc", "service.ranking=I\"200\"");
        Poll.until(
                "JavaOSC is the codec",
                () -> host.context().getServiceReference(OscCodec.class).getBundle() == codec);
        replace(
                host,
                "osc-javaosc",
                EmbeddedHost.onClassPath("org.scaena.osc-javaosc"),
                undisturbed);
        codec.uninstall();
    }

    private void replace(EmbeddedHost host, String module, Path jar, Recording undisturbed)
            throws Exception {
        report.progress("replacing " + module);
        BundleContext context = host.context();
        Bundle bundle = host.bundle("org.scaena." + module);
        HotDeploy folder = new HotDeploy(context, host.deploy());
        Piece piece = Piece.play(host.client(), file(module));
        try (Traffic traffic = new Traffic(host.client())) {
            traffic.goOn(MESSAGES_AFTER_EACH);
            traffic.longestMillis();
            for (int round = 0; round < ROUNDS; round++) {
                for (Swap way : Swap.values()) {
                    way.of(bundle, jar, context, folder);
                    traffic.goOn(MESSAGES_AFTER_EACH);
                    gaps.computeIfAbsent(label(module, way), none -> new ArrayList<>())
                            .add(traffic.longestMillis());
                }
            }
            traffic.end();
            lost += traffic.lost().size();
            failed += traffic.failures().size();
            messages += traffic.sent();
        }
        compare(piece.stop(), undisturbed);
    }

    /** The gap is the time without a client, and until the next one is answered. */
    private void replaceServer(EmbeddedHost host, Recording undisturbed) throws Exception {
        report.progress("replacing server");
        Bundle bundle = host.bundle("org.scaena.server");
        HotDeploy folder = new HotDeploy(host.context(), host.deploy());
        AtomicLong wentAt = new AtomicLong();
        ServiceTracker<Client, Client> clients =
                new ServiceTracker<>(host.context(), Client.class, null) {
                    @Override
                    public void removedService(ServiceReference<Client> gone, Client client) {
                        wentAt.set(System.nanoTime());
                        super.removedService(gone, client);
                    }
                };
        clients.open();
        Piece piece = Piece.play(clients.waitForService(MOST_WAIT_MILLIS), file("server"));
        for (int round = 0; round < ROUNDS; round++) {
            for (Swap way : Swap.values()) {
                wentAt.set(0);
                way.of(bundle, EmbeddedHost.jar("org.scaena.server"), host.context(), folder);
                Client next = clients.waitForService(MOST_WAIT_MILLIS);
                next.sync().await();
                gaps.computeIfAbsent(label("server", way), none -> new ArrayList<>())
                        .add((System.nanoTime() - wentAt.get()) / 1e6);
            }
        }
        compare(piece.stop(clients.waitForService(MOST_WAIT_MILLIS)), undisturbed);
        clients.close();
    }

    private void compare(Recording recording, Recording undisturbed) {
        differing += recording.differences(undisturbed);
        compared += recording.common(undisturbed);
    }

    private static String label(String module, Swap way) {
        return module + ", " + way.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static Path file(String name) throws IOException {
        return Work.file("continuity-" + name + ".wav");
    }
}
