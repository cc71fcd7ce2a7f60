package org.scaena.itests.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scaena.node.Controls.set;

import java.time.Duration;
import javax.inject.Inject;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.scaena.node.Synth;
import org.scaena.server.Client;
import org.scaena.server.ClientActivator;

/** Plugged-in clients have logins of their own, as long as they and the server are there. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class PluggedClientsIT {

    @Inject private BundleContext context;

    @Configuration
    public Option[] distribution() {
        return new Option[] {Distribution.option()};
    }

    @Test
    public void anActivatorHasALoginOfItsOwn() throws Exception {
        ServiceRegistration<ClientActivator> early = Plug.in(context, "plugged");
        try (TestServer configured = TestServer.configure(context, "plugged")) {
            Client host = Services.of(context, Client.class, configured.name());
            Plug.awaitAll(1);
            Client plugged = Plug.clients().get(0);

            assertThat(plugged.id()).isNotEqualTo(host.id());
            assertThat(plugged.local().getPort()).isNotEqualTo(host.local().getPort());
            Synth synth = plugged.synth("s2", set("amp", 0)).started().await();
            assertThat(synth.id() >> 26).isEqualTo(plugged.id());
            assertThat(host.server().queryTree().await().find(synth.id())).isPresent();

            host.server().reboot().await(Duration.ofSeconds(30));
            Plug.awaitAll(1);
            assertThat(Plug.clients().get(0)).isNotSameAs(plugged);
            Synth again = Plug.clients().get(0).synth("s2", set("amp", 0)).started().await();

            early.unregister();
            Plug.awaitAll(0);
            again.await(Duration.ofSeconds(5));
            assertThat(host.server().queryTree().await().find(again.id())).isEmpty();
        }
    }
}
