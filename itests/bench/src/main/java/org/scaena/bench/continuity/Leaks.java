package org.scaena.bench.continuity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.scaena.bench.EmbeddedHost;
import org.scaena.bench.Promise;
import org.scaena.bench.Report;
import org.scaena.catalogue.BufferCommands;
import org.scaena.itests.continuity.PluginJar;
import org.scaena.itests.hoarder.Hoarder;
import org.scaena.server.Client;
import org.scaena.server.Owner;
import org.scaena.server.Server;
import org.scaena.server.ServerStatus;
import org.scaena.synthdef.SynthDef;
import org.scaena.synthdef.SynthDefFile;
import org.scaena.synthdef.UGen;
import org.scaena.synthdef.UGen.Input;
import org.scaena.synthdef.UGen.Rate;
import org.scaena.synthdef.internal.ScsyndefFormat;

/** What a plugin leaves that takes of everything, gives nothing back, and is stopped. */
final class Leaks {

    private static final int TIMES = 1_000;
    private static final int PROGRESS_EACH = 250;

    /** A thread for plugins ends after some seconds without work. */
    private static final long LIMIT_NANOS = 90_000_000_000L;

    private static final long POLL_NANOS = 200_000_000L;

    /** So that what rings out, and what is kept for the next version, does not pile up. */
    private static final Map<String, Integer> QUICK = Map.of("releaseMs", 100, "graceMs", 200);

    /** What there is on both sides at one moment. */
    private record Held(
            int nodes, int ids, int buffers, int definitions, int threads, long sockets) {

        static Held now(Client client) throws IOException {
            Server server = client.server();
            ServerStatus status = server.status().await();
            List<Owner> owners = server.owners();
            try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
                return new Held(
                        status.numSynths() + status.numGroups(),
                        owners.stream().mapToInt(Held::ids).sum(),
                        allocated(client),
                        status.numSynthDefs(),
                        Thread.getAllStackTraces().size(),
                        descriptors.filter(Held::isSocket).count());
            }
        }

        private static int ids(Owner owner) {
            return owner.nodes() + owner.buffers() + owner.audioBuses() + owner.controlBuses();
        }

        private static int allocated(Client client) {
            return (int)
                    client.ids()
                            .buffers()
                            .bounds()
                            .ids()
                            .filter(number -> frames(client, number) > 0)
                            .count();
        }

        private static int frames(Client client, int number) {
            return client.request(BufferCommands.query(number)).await().numFrames();
        }

        private static boolean isSocket(Path descriptor) {
            try {
                return Files.readSymbolicLink(descriptor).toString().startsWith("socket:");
            } catch (IOException closedMeanwhile) {
                return false;
            }
        }

        boolean isNoMoreThan(Held before) {
            return nodes <= before.nodes
                    && ids <= before.ids
                    && buffers <= before.buffers
                    && definitions <= before.definitions
                    && threads <= before.threads
                    && sockets <= before.sockets;
        }
    }

    private Leaks() {}

    static void run(Report report) throws IOException, BundleException, InterruptedException {
        try (EmbeddedHost host = EmbeddedHost.start(QUICK)) {
            Client client = host.client();
            List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
            PluginJar jar = jar();
            hoard(host, jar, 1, loaders, report); // what all of them share is there from now on
            Held before = settled(client, Held.now(client), loaders);
            hoard(host, jar, TIMES, loaders, report);
            Held after = settled(client, before, loaders);
            report.section(
                    "left of a plugin that was started, stopped and updated %,d times"
                            .formatted(TIMES));
            left(report, "nodes", after.nodes - before.nodes);
            left(report, "ids", after.ids - before.ids);
            left(report, "buffers", after.buffers - before.buffers);
            left(report, "definitions", after.definitions - before.definitions);
            left(report, "threads", after.threads - before.threads);
            left(report, "sockets", after.sockets - before.sockets);
            left(report, "class loaders", living(loaders));
        }
    }

    private static void left(Report report, String what, long more) {
        report.line(what, Math.max(0, more), "").promise(Promise.neverAbove(0));
    }

    private static void hoard(
            EmbeddedHost host,
            PluginJar jar,
            int times,
            List<WeakReference<ClassLoader>> loaders,
            Report report)
            throws IOException, BundleException {
        Bundle hoarder = host.context().installBundle("bench:hoarder", jar.open());
        for (int time = 1; time <= times; time++) {
            hoarder.start();
            loaders.add(new WeakReference<>(loader(hoarder)));
            hoarder.stop();
            if (time % 2 == 0) {
                hoarder.update(jar.open());
            }
            if (time % PROGRESS_EACH == 0) {
                report.progress("a plugin, %d of %d times".formatted(time, times));
            }
        }
        hoarder.uninstall();
    }

    private static ClassLoader loader(Bundle hoarder) throws BundleException {
        try {
            return hoarder.loadClass(Hoarder.class.getName()).getClassLoader();
        } catch (ClassNotFoundException missing) {
            throw new BundleException("its activator is missing", missing);
        }
    }

    private static PluginJar jar() throws IOException {
        Input zero = new Input.Constant(0);
        UGen silence =
                new UGen("Impulse", Rate.CONTROL, 0, List.of(zero, zero), List.of(Rate.CONTROL));
        SynthDef definition =
                new SynthDef("hoarded", List.of(0f), List.of(), List.of(silence), List.of());
        byte[] file = new ScsyndefFormat().write(new SynthDefFile(2, List.of(definition)));
        return Hoarder.jar("hoarder", file);
    }

    /** As it is once all that is on its way has ended, and threads without work, too. */
    private static Held settled(
            Client client, Held before, List<WeakReference<ClassLoader>> loaders) {
        long deadline = System.nanoTime() + LIMIT_NANOS;
        try {
            Held now = Held.now(client);
            while ((!now.isNoMoreThan(before) || living(loaders) > 0)
                    && System.nanoTime() < deadline) {
                LockSupport.parkNanos(POLL_NANOS);
                now = Held.now(client);
            }
            return now;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static long living(List<WeakReference<ClassLoader>> loaders) {
        System.gc();
        return loaders.stream().filter(loader -> loader.get() != null).count();
    }
}
