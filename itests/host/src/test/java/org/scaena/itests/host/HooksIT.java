package org.scaena.itests.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scaena.node.Placement.addAfter;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javax.inject.Inject;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;
import org.scaena.node.Group;
import org.scaena.server.Client;
import org.scaena.server.HookRun;
import org.scaena.server.InitHook;
import org.scaena.server.Server;
import org.scaena.server.ServerState;

/** Init hooks on a real server: in order, isolated, at any time. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class HooksIT {

    private static final String NAME = "hooks";
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final BlockingQueue<String> calls = new LinkedBlockingQueue<>();

    @Inject private BundleContext context;

    @Configuration
    public Option[] distribution() {
        return new Option[] {Distribution.option()};
    }

    @Test
    public void hooksRunInOrderAndHurtNobody() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        register(20, new Recorder("second"));
        register(10, new Recorder("first"));
        register(15, tree(client -> fail()));
        register(16, tree(client -> awaitQuietly(never)));
        AtomicReference<Group> fx = new AtomicReference<>();
        register(30, tree(client -> fx.set(client.group("fx", addAfter(client.defaultGroup())))));

        try (TestServer configured = TestServer.configure(context, NAME)) {
            Client client = Services.of(context, Client.class, configured.name());
            Server server = client.server();

            assertThat(taken(4))
                    .containsExactly("first boot", "second boot", "first tree", "second tree");
            assertThat(server.state()).isEqualTo(ServerState.RUNNING);
            assertThat(server.queryTree().await().find(fx.get().id())).isPresent();
            List<HookRun> built =
                    server.hooks().stream()
                            .filter(run -> run.phase().equals("tree"))
                            .filter(run -> run.ranking() <= 30) // sclang's comes after them
                            .toList();
            assertThat(built).extracting(HookRun::ranking).containsExactly(10, 15, 16, 20, 30);
            assertThat(built.get(1).failure().orElse("")).contains("on purpose");
            assertThat(built.get(2).failure().orElse("")).contains("did not return");
            assertThat(built.get(3).failure()).isEmpty();

            ServiceRegistration<InitHook> late = register(5, new Recorder("late"));
            assertThat(taken(2)).containsExactly("late boot", "late tree");

            server.freeAll().await(LIMIT);
            assertThat(taken(3)).containsExactly("late tree", "first tree", "second tree");

            late.unregister();
            server.quit().await(LIMIT);
            assertThat(taken(2)).containsExactly("first quit", "second quit");
        } finally {
            never.countDown();
        }
        assertThat(calls).isEmpty();
    }

    private static InitHook tree(Consumer<Client> build) {
        return new InitHook() {
            @Override
            public void tree(Client client) {
                build.accept(client);
            }
        };
    }

    private static void fail() {
        throw new IllegalStateException("on purpose");
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }

    private ServiceRegistration<InitHook> register(int ranking, InitHook hook) {
        Dictionary<String, Object> properties =
                new Hashtable<>(Map.of(Constants.SERVICE_RANKING, ranking));
        return context.registerService(InitHook.class, hook, properties);
    }

    private List<String> taken(int count) throws InterruptedException {
        List<String> taken = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String call = calls.poll(15, TimeUnit.SECONDS);
            taken.add(call == null ? "nothing" : call);
        }
        return taken;
    }

    private final class Recorder implements InitHook {
        private final String name;

        Recorder(String name) {
            this.name = name;
        }

        @Override
        public void boot(Client client) {
            calls.add(name + " boot");
        }

        @Override
        public void tree(Client client) {
            calls.add(name + " tree");
        }

        @Override
        public void quit(Client client) {
            calls.add(name + " quit");
        }
    }
}
