package org.scaena.itests.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
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
import org.scaena.command.ServerException;
import org.scaena.itests.continuity.Poll;
import org.scaena.node.NodeSnapshot;
import org.scaena.node.SynthSnapshot;
import org.scaena.server.Client;
import org.scaena.server.InitHook;
import org.scaena.server.Owner;
import org.scaena.server.Server;
import org.scaena.server.ServerState;

/**
 * Bundles are stopped, started, updated and refreshed at random, while it plays and between the
 * steps of boots: whatever is done, once all are there again all is well.
 *
 * <p>{@code -Dscaena.test.monkey=N} does N things instead of 200, {@code -Dscaena.test.seed=S}
 * others than seed 1.
 */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class MonkeyIT {

    private static final int DEEDS = Integer.getInteger("scaena.test.monkey", 200);
    private static final long SEED = Long.getLong("scaena.test.seed", 1);
    private static final List<String> MODULES =
            List.of(
                    "osc",
                    "process",
                    "allocator",
                    "nodetree",
                    "synthdef",
                    "server",
                    "ledger",
                    "console");
    private static final int IN_A_ROW = 10;
    private static final int BOOT_EACH = 3;
    private static final Duration LIMIT = Duration.ofSeconds(30);

    @Inject private BundleContext context;

    @Configuration
    public Option[] distribution() {
        return new Option[] {Distribution.option()};
    }

    @Test
    public void allIsWellOnceAllAreThereAgain() throws Exception {
        System.out.println("monkey: -Dscaena.test.seed=" + SEED);
        Monkey monkey = new Monkey(context, SEED);
        for (String module : MODULES) {
            String name = "org.scaena." + module;
            monkey.likes(Distribution.installed(context, name), Distribution.jar(name));
        }
        Bundle drone = context.installBundle(Distribution.plugin("drone"));
        drone.start();
        monkey.likes(drone, Distribution.pluginJar("drone"));
        try (TestServer configured = TestServer.configure(context, "monkey")) {
            assertAllIsWell(configured.name(), monkey);
            for (int round = 1; monkey.count() < DEEDS; round++) {
                if (round % BOOT_EACH == 0) {
                    bootWith(configured.name(), monkey);
                }
                for (int i = 0; i < IN_A_ROW; i++) {
                    monkey.act("playing");
                }
                monkey.restoreAll();
                assertAllIsWell(configured.name(), monkey);
            }
        } finally {
            drone.uninstall();
        }
    }

    /** In the hooks of a boot, which wait for it; and with what comes just before and after. */
    private void bootWith(String name, Monkey monkey) throws Exception {
        AtomicInteger left = new AtomicInteger(1 + monkey.random().nextInt(3));
        ServiceRegistration<InitHook> hook =
                context.registerService(InitHook.class, new Meddler(monkey, left), null);
        try {
            Services.of(context, Server.class, name).reboot().await(LIMIT);
        } catch (ServerException inItsWay) {
            assertThat(inItsWay).hasMessageContaining(" ");
        } finally {
            hook.unregister();
        }
        monkey.act("after a boot");
    }

    private record Meddler(Monkey monkey, AtomicInteger left) implements InitHook {

        @Override
        public void boot(Client client) {
            meddle("boot hook");
        }

        @Override
        public void tree(Client client) {
            meddle("tree hook");
        }

        @Override
        public void quit(Client client) {
            meddle("quit hook");
        }

        private void meddle(String when) {
            if (left.getAndDecrement() > 0) {
                monkey.act(when);
            }
        }
    }

    private void assertAllIsWell(String name, Monkey monkey) throws Exception {
        try {
            Server server = Services.of(context, Server.class, name);
            Poll.until("it runs", () -> server.state() == ServerState.RUNNING);
            Client client = Services.of(context, Client.class, name);
            client.sync().await(LIMIT);
            Poll.until("the drone plays, once", () -> drones(server) == 1);
            Poll.until(
                    "the tree is as the server's",
                    () -> server.queryTree().await(LIMIT).equals(server.tree()));
            Poll.until("there is one scsynth", () -> scsynths() == 1);
            assertThat(server.owners()).extracting(Owner::name).doesNotContain("nobody");
            assertThat(ManagementFactory.getThreadMXBean().findDeadlockedThreads()).isNull();
        } catch (RuntimeException | AssertionError failed) {
            throw new AssertionError("seed " + SEED + "; " + monkey.history(), failed);
        }
    }

    private static long scsynths() {
        return ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().command().orElse("").endsWith("scsynth"))
                .count();
    }

    private static long drones(Server server) {
        return server.tree().nodes().filter(MonkeyIT::isDrone).count();
    }

    private static boolean isDrone(NodeSnapshot node) {
        return node instanceof SynthSnapshot synth
                && synth.defName().filter("s2"::equals).isPresent();
    }
}
