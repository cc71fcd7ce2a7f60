package org.scaena.itests.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.scaena.node.Controls.set;
import static org.scaena.node.Placement.addAfter;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
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
import org.osgi.framework.ServiceRegistration;
import org.scaena.buffer.Buffer;
import org.scaena.buffer.BufferSource;
import org.scaena.bus.ControlBus;
import org.scaena.itests.continuity.Poll;
import org.scaena.node.Group;
import org.scaena.node.NodeSnapshot;
import org.scaena.node.Synth;
import org.scaena.node.SynthSnapshot;
import org.scaena.osc.OscMessage;
import org.scaena.server.Client;
import org.scaena.server.InitHook;
import org.scaena.server.Server;

/** The bundle of the server is replaced: the sound goes on, and everybody finds what was theirs. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class AdoptionIT {

    private final List<String> hookCalls = new CopyOnWriteArrayList<>();

    @Inject private BundleContext context;

    @Configuration
    public Option[] distribution() {
        return new Option[] {Distribution.option()};
    }

    @Test
    public void theNextVersionOfTheServerBundleTakesOver() throws Exception {
        ServiceRegistration<InitHook> hook =
                context.registerService(InitHook.class, new Recorder(), null);
        try (TestServer configured = TestServer.configure(context, "adopted")) {
            Client before = Services.of(context, Client.class, configured.name());
            Bundle drone = context.installBundle(Distribution.plugin("drone"));
            drone.start();
            int droneId = drones(before.server()).get(0);
            long pid = before.server().pid().orElseThrow();
            Group fx = before.group("fx", addAfter(before.defaultGroup()));
            Synth keyed = before.synth("tone", "s2", set("amp", 0).set("freq", 300));
            keyed.set(set("freq", 222));
            Synth unkeyed = before.synth("s2", set("amp", 0)).started().await();
            Buffer buffer = before.buffer("rain", BufferSource.load(1, 2, 3)).ready().await();
            ControlBus bus = before.controlBus("send", 2);
            bus.set(0.25f, 0.5f);
            before.server().volume().set(-6).await();
            int volumeId = only(before.server(), "scaena-volume-2");
            before.sync().await();

            update("org.scaena.server");

            Client after = Services.of(context, Client.class, configured.name());
            Server server = after.server();
            assertThat(server).isNotSameAs(before.server());
            assertThat(server.pid()).contains(pid);
            assertThat(server.isOwned()).isTrue();
            assertThat(after.id()).isEqualTo(before.id());
            assertThat(after.local().getPort()).isEqualTo(before.local().getPort());
            assertThat(hookCalls).containsExactly("boot", "tree");

            assertThat(after.synth("tone", "s2", set("freq", 1)).id()).isEqualTo(keyed.id());
            assertThat(after.group("fx", addAfter(after.defaultGroup())).id()).isEqualTo(fx.id());
            assertThat(after.synth("tone", "s2", set("freq", 1)).get("freq").await())
                    .isEqualTo(222f);
            Buffer same = after.buffer("rain", BufferSource.alloc(9));
            assertThat(same.number()).isEqualTo(buffer.number());
            assertThat(same.toArray().await()).containsExactly(1, 2, 3);
            OscMessage read = OscMessage.of("/b_allocRead", same.number(), "/no/such.wav");
            assertThatThrownBy(() -> after.send(read))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("free buffer " + same.number() + " first");
            ControlBus sameBus = after.controlBus("send", 2);
            assertThat(sameBus.ids()).isEqualTo(bus.ids());
            assertThat(sameBus.getn().await()).containsExactly(0.25f, 0.5f);
            assertThat(server.volume().db()).isEqualTo(-6);
            assertThat(only(server, "scaena-volume-2")).isEqualTo(volumeId);
            assertThat(drones(server)).contains(droneId, keyed.id(), unkeyed.id());
            assertThat(after.synth("s2", set("amp", 0)).id()).isGreaterThan(unkeyed.id());

            same.free().await();
            after.send(read);
            after.sync().await();
            assertThat(after.server().pid()).contains(pid);

            Poll.until(
                    "what has no key ends when nobody can claim it",
                    () -> !drones(server).contains(unkeyed.id()));
            assertThat(drones(server)).contains(droneId, keyed.id());
            drone.uninstall();
            Poll.until("the drone ends", () -> !drones(server).contains(droneId));
        } finally {
            hook.unregister();
        }
    }

    @Test
    public void aServerThatWasJoinedIsJoinedAgainFromTheSamePort() throws Exception {
        try (TestServer theirs = TestServer.configure(context, "theirs");
                TestServer ours =
                        TestServer.configure(context, "ours", Map.of("autoBoot", false))) {
            Client owner = Services.of(context, Client.class, theirs.name());
            Client before =
                    Services.of(context, Server.class, ours.name())
                            .remote(owner.server().endpoint())
                            .await();
            Synth tone = before.synth("tone", "s2", set("amp", 0)).started().await();

            update("org.scaena.server");

            Client after = Services.of(context, Client.class, ours.name());
            assertThat(after.id()).isEqualTo(before.id());
            assertThat(after.server().isOwned()).isFalse();
            assertThat(after.server().queryTree().await().find(tone.id())).isPresent();
        }
    }

    private void update(String symbolicName) throws Exception {
        Stream.of(context.getBundles())
                .filter(bundle -> symbolicName.equals(bundle.getSymbolicName()))
                .findFirst()
                .orElseThrow()
                .update();
    }

    private static int only(Server server, String defName) {
        List<Integer> ids = synths(server, defName);
        assertThat(ids).hasSize(1);
        return ids.get(0);
    }

    private static List<Integer> drones(Server server) {
        return synths(server, "s2");
    }

    private static List<Integer> synths(Server server, String defName) {
        return server.queryTree()
                .await()
                .nodes()
                .filter(SynthSnapshot.class::isInstance)
                .filter(
                        node ->
                                ((SynthSnapshot) node)
                                        .defName()
                                        .filter(defName::equals)
                                        .isPresent())
                .map(NodeSnapshot::id)
                .toList();
    }

    private final class Recorder implements InitHook {
        @Override
        public void boot(Client client) {
            hookCalls.add("boot");
        }

        @Override
        public void tree(Client client) {
            hookCalls.add("tree");
        }
    }
}
