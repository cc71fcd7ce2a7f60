package org.scaena.bench.continuity;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.scaena.bench.EmbeddedHost;
import org.scaena.bench.Promise;
import org.scaena.bench.Report;
import org.scaena.bench.Samples;
import org.scaena.bench.Work;
import org.scaena.itests.continuity.HotDeploy;
import org.scaena.itests.continuity.Piece;
import org.scaena.itests.continuity.Recording;
import org.scaena.itests.continuity.Swap;
import org.scaena.itests.continuity.Traffic;
import org.scaena.server.Client;
import org.scaena.synthdef.internal.ScsyndefFormat;

/**
 * Each module is replaced in each way while 200 synths play and a client sends 1,000 messages a
 * second.
 */
final class Swaps {

    private static final List<String> MODULES =
            List.of("osc", "process", "allocator", "nodetree", "synthdef");

    private static final int ROUNDS = 4;
    private static final int MESSAGES_AFTER_EACH = Traffic.PER_SECOND / 2;
    private static final double MOST_GAP_MILLIS = 200;

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
        try (EmbeddedHost host = EmbeddedHost.start(Map.of())) {
            Piece.define(host.client(), new ScsyndefFormat());
            report.progress("the piece without a disturbance");
            Recording undisturbed = undisturbed(host.client());
            for (String module : MODULES) {
                report.progress("replacing " + module);
                replace(host, module, undisturbed);
            }
        }
        report.section("longest time from a command to its being done, while a module is replaced");
        gaps.forEach(
                (what, millis) ->
                        report.line(what, Samples.of(millis), "ms")
                                .promise(Promise.neverAbove(MOST_GAP_MILLIS)));
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

    private void replace(EmbeddedHost host, String module, Recording undisturbed) throws Exception {
        BundleContext context = host.context();
        String name = "org.scaena." + module;
        Bundle bundle =
                Stream.of(context.getBundles())
                        .filter(each -> name.equals(each.getSymbolicName()))
                        .findFirst()
                        .orElseThrow();
        HotDeploy folder = new HotDeploy(context, host.deploy());
        Piece piece = Piece.play(host.client(), file(module));
        try (Traffic traffic = new Traffic(host.client())) {
            traffic.goOn(MESSAGES_AFTER_EACH);
            traffic.longestMillis();
            for (int round = 0; round < ROUNDS; round++) {
                for (Swap way : Swap.values()) {
                    way.of(bundle, EmbeddedHost.jar(name), context, folder);
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
        Recording recording = piece.stop();
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
