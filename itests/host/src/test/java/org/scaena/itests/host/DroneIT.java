package org.scaena.itests.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Dictionary;
import java.util.Hashtable;
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
import org.scaena.node.NodeEvent;
import org.scaena.node.NodeInfo;
import org.scaena.node.NodeListener;
import org.scaena.node.NodeSnapshot;
import org.scaena.node.SynthSnapshot;
import org.scaena.server.Client;
import org.scaena.server.Server;

/** The README's first plugin: its sound comes and goes with its bundle and with the server. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class DroneIT {

    private static final String NAME = "drone";
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @Inject private BundleContext context;

    @Configuration
    public Option[] distribution() {
        return new Option[] {Distribution.option()};
    }

    @Test
    public void playsWhileItsBundleAndTheServerAreThere() throws Exception {
        NodeLog nodes = new NodeLog();
        Dictionary<String, Object> onlyDrones =
                new Hashtable<>(Map.of(NodeListener.DEF_NAME, "s2"));
        context.registerService(NodeListener.class, nodes, onlyDrones);
        try (TestServer configured = TestServer.configure(context, NAME)) {
            Services.of(context, Client.class, configured.name());
            Server server = Services.of(context, Server.class, configured.name());

            Bundle drone = context.installBundle(Distribution.plugin("drone"));
            drone.start();
            NodeInfo first = nodes.awaitSynth(NodeEvent.Kind.WENT);
            assertThat(drones(server)).containsExactly(first.id());

            drone.stop();
            assertThat(nodes.awaitSynth(NodeEvent.Kind.ENDED).id()).isEqualTo(first.id());
            assertThat(drones(server)).isEmpty();

            drone.start();
            NodeInfo again = nodes.awaitSynth(NodeEvent.Kind.WENT);
            drone.update();
            assertThat(drones(server)).as("its next version").containsExactly(again.id());

            server.reboot().await(LIMIT);
            nodes.awaitSynth(NodeEvent.Kind.WENT);
            assertThat(drones(server)).hasSize(1);

            drone.uninstall();
            nodes.awaitSynth(NodeEvent.Kind.ENDED);
            assertThat(drones(server)).isEmpty();
        }
    }

    private static List<Integer> drones(Server server) {
        return server.queryTree()
                .await()
                .nodes()
                .filter(DroneIT::isDrone)
                .map(NodeSnapshot::id)
                .toList();
    }

    private static boolean isDrone(NodeSnapshot node) {
        return node instanceof SynthSnapshot synth
                && synth.defName().filter("s2"::equals).isPresent();
    }
}
