package org.scaena.bench.continuity;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;
import org.scaena.bench.EmbeddedHost;
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
 * second; that of the server, with which all clients go and come, without the messages. A program
 * of its own, for a JVM with the options of a host's.
 */
final class SwapRun {

    private static final PrintStream OUT =
            new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private static final List<String> MODULES =
            List.of("osc", "process", "allocator", "nodetree", "synthdef", "console");

    private static final int ROUNDS = 4;
    private static final int MESSAGES_AFTER_EACH = Traffic.PER_SECOND / 2;
    private static final long MOST_WAIT_MILLIS = 30_000;

    private final SwapFigures figures = new SwapFigures();

    private SwapRun() {}

    /**
     * Measures; each line that is printed says what goes on.
     *
     * @param arguments the file for the figures
     */
    public static void main(String[] arguments) throws Exception {
        SwapRun run = new SwapRun();
        run.replaceAll();
        run.figures.write(Path.of(arguments[0]));
        System.exit(0); // whatever a bundle has left running
    }

    private void replaceAll() throws Exception {
        // what the piece has is without keys, and so without an owner when the server was replaced
        try (EmbeddedHost host = EmbeddedHost.start(Map.of("graceMs", 3_600_000))) {
            host.install(EmbeddedHost.jar("org.scaena.console")).start();
            Piece.define(host.client(), new ScsyndefFormat());
            progress("the piece without a disturbance");
            Recording undisturbed = undisturbed(host.client());
            for (String module : MODULES) {
                replace(host, module, EmbeddedHost.jar("org.scaena." + module), undisturbed);
            }
            replaceJavaOsc(host, undisturbed);
            replaceServer(host, undisturbed);
        }
    }

    private static void progress(String step) {
        OUT.println(step);
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
        progress("replacing " + module);
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
                    figures.gap(label(module, way), traffic.longestMillis());
                }
            }
            traffic.end();
            figures.count(SwapFigures.LOST, traffic.lost().size());
            figures.count(SwapFigures.REFUSED, traffic.failures().size());
            figures.count(SwapFigures.SENT, traffic.sent());
        }
        compare(piece.stop(), undisturbed);
    }

    /** The gap is the time without a client, and until the next one is answered. */
    private void replaceServer(EmbeddedHost host, Recording undisturbed) throws Exception {
        progress("replacing server");
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
                figures.gap(label("server", way), (System.nanoTime() - wentAt.get()) / 1e6);
            }
        }
        compare(piece.stop(clients.waitForService(MOST_WAIT_MILLIS)), undisturbed);
        clients.close();
    }

    private void compare(Recording recording, Recording undisturbed) {
        figures.count(SwapFigures.DIFFERING, recording.differences(undisturbed));
        figures.count(SwapFigures.COMPARED, recording.common(undisturbed));
    }

    private static String label(String module, Swap way) {
        return module + ", " + way.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static Path file(String name) throws IOException {
        return Work.file("continuity-" + name + ".wav");
    }
}
