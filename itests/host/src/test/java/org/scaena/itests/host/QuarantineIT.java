package org.scaena.itests.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.scaena.node.Controls.set;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Hashtable;
import java.util.Map;
import javax.inject.Inject;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.scaena.node.Synth;
import org.scaena.server.Client;
import org.scaena.server.Server;
import org.scaena.server.ServerEvent;
import org.scaena.server.ServerListener;
import org.scaena.server.ServerState;
import org.scaena.synthdef.SynthDefFormat;
import org.scaena.synthdef.SynthDefRefusedException;

/** Fault 2: a definition that crashes the server twice is left out, the rest plays on. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class QuarantineIT {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    @Inject private BundleContext context;

    @Configuration
    public Option[] distribution() {
        return new Option[] {Distribution.option()};
    }

    @Test
    public void aDefinitionThatCrashesTwiceIsLeftOut() throws Exception {
        EventLog events = new EventLog();
        ServiceRegistration<ServerListener> listening =
                context.registerService(
                        ServerListener.class,
                        events,
                        new Hashtable<>(Map.of(Server.NAME, "poisoned")));
        try (TestServer configured = TestServer.configure(context, "poisoned")) {
            Client client = Services.of(context, Client.class, configured.name());
            Server server = client.server();
            Graphs graphs = new Graphs(Services.of(context, SynthDefFormat.class));
            client.sendSynthDef(graphs.silent("innocent", 1)).await(LIMIT);
            client.sendSynthDef(graphs.crashing("poison")).await(LIMIT);
            Synth tone = client.synth("tone", "s2", set("amp", 0)).started().await();
            client.synth("innocent", "innocent", set("freq", 1)).started().await();

            client.synth("bad", "poison", set("freq", 1));

            ServerEvent.Quarantined culprit = events.await(ServerEvent.Quarantined.class);
            assertThat(culprit.definition()).isEqualTo("poison");
            events.await(ServerEvent.Running.class);
            assertThat(server.state()).isEqualTo(ServerState.RUNNING);
            assertThat(server.queryTree().await().find(tone.id())).isPresent();
            assertThat(server.refusedSynthDefs())
                    .containsOnlyKeys("poison")
                    .hasEntrySatisfying("poison", why -> assertThat(why).contains("twice"));
            assertThat(described("poison")).contains("not on server poisoned", "twice");

            Client after = Services.of(context, Client.class, configured.name());
            assertThatThrownBy(() -> after.sendSynthDef(graphs.crashing("poison")).await(LIMIT))
                    .isInstanceOf(SynthDefRefusedException.class)
                    .hasMessageContaining("twice");
            after.sendSynthDef(graphs.silent("poison", 1)).await(LIMIT);
            after.synth("bad", "poison", set("freq", 1)).started().await();
            assertThat(server.state()).isEqualTo(ServerState.RUNNING);
        } finally {
            listening.unregister();
        }
    }

    /** What the console answers to {@code sc:def NAME}. */
    private String described(String name) throws Exception {
        ServiceReference<?> command =
                context.getAllServiceReferences(
                                null, "(&(osgi.command.scope=sc)(osgi.command.function=def))")[0];
        Object service = context.getService(command);
        Method def = service.getClass().getMethod("def", String.class);
        return String.valueOf(def.invoke(service, name));
    }
}
