package org.scaena.itests.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.inject.Inject;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.scaena.catalogue.BufferCommands;
import org.scaena.itests.continuity.PluginJar;
import org.scaena.itests.continuity.Poll;
import org.scaena.itests.hoarder.Hoarder;
import org.scaena.server.Client;
import org.scaena.server.Owner;
import org.scaena.server.Server;
import org.scaena.server.ServerStatus;
import org.scaena.synthdef.SynthDefFormat;

/** A bundle that takes of everything and gives nothing back loses it all when it stops. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class GivenBackIT {

    private static final String NAME = "hoarder";
    private static final int TIMES = Integer.getInteger("scaena.test.updates", 1_000);

    /** So that what rings out, and what is kept for the next version, does not pile up. */
    private static final Map<String, Integer> QUICK = Map.of("releaseMs", 100, "graceMs", 200);

    @Inject private BundleContext context;

    @Configuration
    public Option[] distribution() {
        return new Option[] {Distribution.option()};
    }

    @Test
    public void aThousandStartsStopsAndUpdatesLeaveNothing() throws Exception {
        try (TestServer configured = TestServer.configure(context, "given-back", QUICK)) {
            Client client = Services.of(context, Client.class, configured.name());
            Server server = client.server();
            List<Integer> before = counts(server);
            List<Owner> ownersBefore = server.owners();
            List<String> socketsBefore = Traces.sockets();
            Graphs graphs = new Graphs(Services.of(context, SynthDefFormat.class));
            PluginJar jar = Hoarder.jar(NAME, graphs.silent("hoarded", 1));
            List<WeakReference<Class<?>>> classes = new ArrayList<>();

            Bundle hoarder = context.installBundle("test:" + NAME, jar.open());
            for (int time = 0; time < TIMES; time++) {
                hoarder.start();
                classes.add(new WeakReference<>(hoarder.loadClass(Hoarder.class.getName())));
                if (time % 100 == 0) {
                    assertHoards(server);
                }
                hoarder.stop();
                if (time % 2 == 1) {
                    hoarder.update(jar.open());
                }
            }
            hoarder.uninstall();

            Poll.untilEqual(ownersBefore, server::owners);
            Poll.untilEqual(before, () -> counts(server));
            Poll.until("its logins are closed", () -> sockets() <= socketsBefore.size());
            assertNoBuffers(client);
            Poll.until("its classes are collected", () -> areCollected(classes));
        }
    }

    private static void assertHoards(Server server) {
        Poll.until("it has of everything", () -> hoards(server));
    }

    private static boolean hoards(Server server) {
        return server.owners().stream()
                .filter(owner -> owner.name().equals(NAME))
                .anyMatch(
                        owner ->
                                owner.nodes() >= 7
                                        && owner.buffers() == 5
                                        && owner.audioBuses() == 2
                                        && owner.controlBuses() == 6
                                        && owner.definitions() == 1
                                        && owner.listeners() == 4
                                        && owner.logins() == 1);
    }

    /** Synths, groups and definitions that are there. */
    private static List<Integer> counts(Server server) {
        ServerStatus now = server.status().await();
        return List.of(now.numSynths(), now.numGroups(), now.numSynthDefs());
    }

    private static int sockets() {
        try {
            return Traces.sockets().size();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void assertNoBuffers(Client client) {
        client.ids()
                .buffers()
                .bounds()
                .ids()
                .forEach(
                        number ->
                                assertThat(
                                                client.request(BufferCommands.query(number))
                                                        .await()
                                                        .numFrames())
                                        .as("buffer %s", number)
                                        .isZero());
    }

    private static boolean areCollected(List<WeakReference<Class<?>>> classes) {
        System.gc();
        return classes.stream().allMatch(one -> one.get() == null);
    }
}
