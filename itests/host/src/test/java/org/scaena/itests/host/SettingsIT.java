package org.scaena.itests.host;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.osgi.framework.ServiceRegistration;
import org.scaena.server.Client;
import org.scaena.server.Server;
import org.scaena.server.ServerEvent;
import org.scaena.server.ServerListener;
import org.scaena.server.ServerOption;

/** Settings that change while a server plays: it is booted again only if it has to be. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class SettingsIT {

    @Inject private BundleContext context;

    @Configuration
    public Option[] distribution() {
        return new Option[] {Distribution.option()};
    }

    @Test
    public void onlyWhatAProcessIsStartedWithRestartsIt() throws Exception {
        try (TestServer configured = TestServer.configure(context, "settings")) {
            Services.of(context, Client.class, configured.name());
            Server server = Services.of(context, Server.class, configured.name());
            server.whenRunning().await(); // its first boot is told to nobody below
            long pid = server.pid().orElseThrow();

            configured.change(Map.of("startupSound", true, "autoBoot", false));
            configured.change(Map.of("numBuffers", 0));
            EventLog events = new EventLog();
            ServiceRegistration<ServerListener> listening =
                    context.registerService(
                            ServerListener.class,
                            events,
                            new Hashtable<>(Map.of(Server.NAME, "settings")));
            configured.change(Map.of("numBuffers", 2000, "startupSound", false));
            events.await(ServerEvent.Running.class);
            listening.unregister();

            assertThat(Services.of(context, Server.class, configured.name())).isSameAs(server);
            assertThat(events.states())
                    .as("one reboot, for the number of buffers")
                    .containsExactly(
                            "RUNNING>QUITTING",
                            "QUITTING>OFFLINE",
                            "OFFLINE>BOOTING",
                            "BOOTING>RUNNING");
            assertThat(server.pid().orElseThrow()).isNotEqualTo(pid);
            assertThat(server.options().get(ServerOption.NUM_BUFFERS)).isEqualTo(2000);
            assertThat(server.effectiveOptions().get(ServerOption.NUM_BUFFERS)).isEqualTo(2048);
        }
    }
}
