package org.scaena.itests.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scaena.node.Controls.set;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
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
import org.osgi.framework.BundleException;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.util.tracker.ServiceTracker;
import org.scaena.bus.ControlBus;
import org.scaena.itests.continuity.Poll;
import org.scaena.itests.nuisance.Nuisance;
import org.scaena.node.NodeListener;
import org.scaena.osc.OscMessage;
import org.scaena.server.Client;
import org.scaena.server.PluginCalls;
import org.scaena.server.Server;
import org.scaena.server.ServerState;

/** Whose code throws, hangs, floods or is flooded is named, with how often. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class PluginCallsIT {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final List<Bundle> bundles = new ArrayList<>();

    @Inject private BundleContext context;

    @Configuration
    public Option[] distribution() {
        return new Option[] {Distribution.option()};
    }

    @Test
    public void eachIsNamedWithItsCounts() throws Exception {
        try (TestServer configured =
                TestServer.configure(context, "bothered", Map.of("autoBoot", false))) {
            Server server = Services.of(context, Server.class, configured.name());
            install(Nuisance.THROWS);
            install(Nuisance.HANGS);
            install(Nuisance.FLOODS);
            server.boot().await(LIMIT);

            awaitCalls(server, Nuisance.THROWS, calls -> calls.failures() >= 3);
            awaitCalls(server, Nuisance.HANGS, calls -> calls.overruns() >= 2);
            Poll.until(
                    "what the flooded one is not told is counted",
                    () -> {
                        for (int i = 0; i < 2_000; i++) {
                            server.send(OscMessage.of("/version"));
                        }
                        server.sync().await();
                        return calls(server, Nuisance.FLOODS).anyMatch(each -> each.dropped() > 0);
                    });

            assertThat(server.state()).isEqualTo(ServerState.RUNNING);
            assertThat(calls(server, Nuisance.THROWS))
                    .allMatch(each -> each.overruns() == 0 && each.dropped() == 0);
            assertThat(calls(server, Nuisance.HANGS))
                    .allMatch(each -> each.failures() == 0)
                    .allMatch(each -> each.longest().toMillis() >= 1_900)
                    .allMatch(each -> each.total().compareTo(each.longest()) >= 0);
            assertThat(calls(server, Nuisance.FLOODS))
                    .allMatch(each -> each.calls() == 1 && each.failures() == 0);
        } finally {
            uninstall();
        }
    }

    @Test
    public void whoDoesNotReturnWhenTheClientComesOrGoesIsNamedAndHoldsUpNobodyForLong()
            throws Exception {
        install(Nuisance.STALLS);
        ServiceTracker<Client, Client> patient = new ServiceTracker<>(context, Client.class, null);
        patient.open();
        try (TestServer configured =
                TestServer.configure(context, "stalled", Map.of("autoBoot", false))) {
            Server server = Services.of(context, Server.class, configured.name());
            server.boot().await(LIMIT);
            awaitCalls(server, Nuisance.STALLS, calls -> calls.overruns() == 1);
            Poll.until("it had to go on", () -> bundles.get(0).getServicesInUse() != null);
            Poll.until("the others have a client, too", () -> patient.getService() != null);
            assertThat(patient.getService().synth("s2").started().await().defName()).contains("s2");

            server.quit().await(LIMIT);
            assertThat(server.state()).isEqualTo(ServerState.OFFLINE);
            Poll.until("the others have none any more", () -> patient.getService() == null);
            awaitCalls(server, Nuisance.STALLS, calls -> calls.overruns() == 2);
        } finally {
            patient.close();
            uninstall();
        }
    }

    /** Fault 59: no lock of ours is held while a listener is called, nor does one delay replies. */
    @Test
    public void whoCallsTheServerFromAListenerIsAnswered() throws Exception {
        Object lock = new Object();
        AtomicInteger heard = new AtomicInteger();
        try (TestServer configured = TestServer.configure(context, "echoes")) {
            Client client = Services.of(context, Client.class, configured.name());
            NodeListener listener =
                    event -> {
                        synchronized (lock) {
                            client.sync().await(LIMIT);
                            heard.incrementAndGet();
                        }
                    };
            ServiceRegistration<NodeListener> registration =
                    context.registerService(NodeListener.class, listener, null);
            synchronized (lock) {
                for (int i = 0; i < 20; i++) {
                    client.synth("s2", set("amp", 0)).started().await(LIMIT).free();
                }
            }
            Poll.until("each was heard", () -> heard.get() >= 40);
            registration.unregister();
        }
    }

    @Test
    public void whoSendsWithoutEndIsHeldBackAloneAndNamed() throws Exception {
        try (TestServer configured = TestServer.configure(context, "flooded")) {
            Client client = Services.of(context, Client.class, configured.name());
            Server server = client.server();
            install(Nuisance.SENDS);
            awaitCalls(server, Nuisance.SENDS, calls -> calls.held() > 0);
            ControlBus level = client.controlBus(1);
            for (int i = 1; i <= 100; i++) {
                level.set(i);
                assertThat(level.get().await(LIMIT)).isEqualTo((float) i);
            }
            assertThat(calls(server, context.getBundle().getSymbolicName()))
                    .allMatch(each -> each.held() == 0);
            assertThat(server.state()).isEqualTo(ServerState.RUNNING);
        } finally {
            uninstall();
        }
    }

    /** Fault 57: whoever comes after it has a client, and what went wrong is told. */
    @Test
    public void whoThrowsWhenTheClientComesIsToldAndHindersNobody() throws Exception {
        try (TestServer configured =
                TestServer.configure(context, "failing", Map.of("autoBoot", false))) {
            Bundle failing = install(Nuisance.FAILS);
            Server server = Services.of(context, Server.class, configured.name());

            server.boot().await(LIMIT);

            Client client = Services.of(context, Client.class, configured.name());
            client.synth("s2", set("amp", 0)).started().await(LIMIT).free();
            ServiceComponentRuntime components =
                    Services.of(context, ServiceComponentRuntime.class);
            ComponentDescriptionDTO described =
                    components.getComponentDescriptionDTO(failing, Nuisance.FAILS);
            Poll.until(
                    "its failure is told",
                    () ->
                            components.getComponentConfigurationDTOs(described).stream()
                                    .anyMatch(PluginCallsIT::hasFailed));
            assertThat(server.state()).isEqualTo(ServerState.RUNNING);
        } finally {
            uninstall();
        }
    }

    private static boolean hasFailed(ComponentConfigurationDTO component) {
        return component.state == ComponentConfigurationDTO.FAILED_ACTIVATION
                && component.failure.contains("on purpose");
    }

    private void uninstall() throws BundleException {
        for (Bundle bundle : bundles) {
            bundle.uninstall();
        }
        bundles.clear();
    }

    private static void awaitCalls(Server server, String bundle, Predicate<PluginCalls> areSo) {
        Poll.until("the counts of " + bundle, () -> calls(server, bundle).anyMatch(areSo));
    }

    private static Stream<PluginCalls> calls(Server server, String bundle) {
        return server.pluginCalls().stream().filter(each -> each.bundle().equals(bundle));
    }

    private Bundle install(String name) throws IOException, BundleException {
        Bundle bundle = Nuisance.install(context, name);
        bundles.add(bundle);
        return bundle;
    }
}
