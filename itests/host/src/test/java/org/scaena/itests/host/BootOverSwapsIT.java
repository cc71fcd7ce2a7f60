package org.scaena.itests.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
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
import org.osgi.framework.BundleException;
import org.osgi.framework.ServiceRegistration;
import org.scaena.command.ServerException;
import org.scaena.command.ServiceMissingException;
import org.scaena.itests.continuity.Poll;
import org.scaena.osc.OscLinkException;
import org.scaena.server.Client;
import org.scaena.server.InitHook;
import org.scaena.server.Server;
import org.scaena.server.ServerState;

/** A boot that fails because a module was replaced meanwhile is repeated; no other is. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class BootOverSwapsIT {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final AtomicInteger boots = new AtomicInteger();

    @Inject private BundleContext context;

    @Configuration
    public Option[] distribution() {
        return new Option[] {Distribution.option()};
    }

    @Test
    public void isRepeatedIfAModuleWasReplaced() throws Exception {
        ServiceRegistration<InitHook> hook =
                hook(
                        boot -> {
                            if (boot == 1) {
                                stop("org.scaena.allocator");
                                start("org.scaena.allocator");
                                killScsynth();
                            }
                        });
        try (TestServer configured = configure()) {
            Server server = Services.of(context, Server.class, configured.name());
            server.boot().await(LIMIT).sync().await(LIMIT);
            assertThat(boots).hasValue(2);
        } finally {
            hook.unregister();
        }
    }

    @Test
    public void isNotRepeatedIfItFailedByItself() throws Exception {
        ServiceRegistration<InitHook> hook =
                hook(
                        boot -> {
                            if (boot == 1) {
                                killScsynth();
                            }
                        });
        try (TestServer configured = configure()) {
            Server server = Services.of(context, Server.class, configured.name());
            assertThatThrownBy(() -> server.boot().await(LIMIT))
                    .isInstanceOfAny(ServerException.class, OscLinkException.class);
            assertThat(boots).hasValue(1);
            assertThat(server.state()).isEqualTo(ServerState.OFFLINE);
            server.boot().await(LIMIT);
            assertThat(boots).hasValue(2);
        } finally {
            hook.unregister();
        }
    }

    @Test
    public void isRepeatedOnceTheModuleThatWasMissingIsThere() throws Exception {
        ServiceRegistration<InitHook> hook =
                hook(
                        boot -> {
                            if (boot == 1) {
                                stop("org.scaena.allocator");
                            }
                        });
        try (TestServer configured = configure()) {
            Server server = Services.of(context, Server.class, configured.name());
            assertThatThrownBy(() -> server.boot().await(LIMIT))
                    .isInstanceOf(ServiceMissingException.class)
                    .hasMessageContaining("AllocatorService");
            start("org.scaena.allocator");
            Poll.until("it runs", () -> server.state() == ServerState.RUNNING);
            assertThat(boots).hasValue(2);
        } finally {
            start("org.scaena.allocator");
            hook.unregister();
        }
    }

    private TestServer configure() throws Exception {
        return TestServer.configure(context, "disturbed", Map.of("autoBoot", false));
    }

    /** Does something in each boot, which waits for it; it is told the how manieth that is. */
    private ServiceRegistration<InitHook> hook(IntConsumer deed) {
        InitHook hook =
                new InitHook() {
                    @Override
                    public void boot(Client client) {
                        deed.accept(boots.incrementAndGet());
                    }
                };
        return context.registerService(InitHook.class, hook, null);
    }

    private void stop(String name) {
        change(name, Bundle::stop);
    }

    private void start(String name) {
        change(name, Bundle::start);
    }

    private interface Change {
        void of(Bundle bundle) throws BundleException;
    }

    private void change(String name, Change change) {
        try {
            change.of(Distribution.installed(context, name));
        } catch (BundleException failed) {
            throw new AssertionError(failed);
        }
    }

    /** The server of this test is the only one. */
    private static void killScsynth() {
        ProcessHandle scsynth =
                ProcessHandle.current()
                        .descendants()
                        .filter(one -> one.info().command().orElse("").endsWith("scsynth"))
                        .findFirst()
                        .orElseThrow();
        scsynth.destroyForcibly();
        scsynth.onExit().join();
    }
}
