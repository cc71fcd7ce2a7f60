package org.scaena.itests.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.scaena.node.Controls.set;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import javax.inject.Inject;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.BundleContext;
import org.scaena.command.Done;
import org.scaena.command.Reply;
import org.scaena.node.Synth;
import org.scaena.server.Client;
import org.scaena.server.Server;

/** Several things at one moment: bundles with time tags on a real server. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class MomentsIT {

    @Inject private BundleContext context;

    @Configuration
    public Option[] distribution() {
        return new Option[] {Distribution.option()};
    }

    @Test
    public void whatIsCalledInsideHappensAtOneMoment() throws Exception {
        try (TestServer configured = TestServer.configure(context, "moments")) {
            Client client = Services.of(context, Client.class, configured.name());
            Server server = client.server();
            Synth before = client.synth("s2", set("amp", 0)).started().await();
            AtomicReference<Synth> made = new AtomicReference<>();
            AtomicReference<Reply<Done>> synced = new AtomicReference<>();

            client.at(
                    Duration.ofSeconds(3),
                    () -> {
                        before.set(set("freq", 330));
                        made.set(client.synth("s2", set("amp", 0)));
                        synced.set(client.sync());
                    });

            assertThat(before.get("freq").await()).as("not yet").isEqualTo(400);
            assertThat(made.get().started()).isNotDone();
            synced.get().await();
            made.get().started().await();
            assertThat(before.get("freq").await()).isEqualTo(330);

            assertNothingIsSent(client, before);
            assertAFailureInsideIsTold(client);
            assertMoreThanADatagramArrives(client, server);
        }
    }

    private static void assertNothingIsSent(Client client, Synth synth) {
        AtomicReference<Reply<Float>> asked = new AtomicReference<>();
        assertThatThrownBy(
                        () ->
                                client.bundle(
                                        () -> {
                                            synth.set(set("freq", 50));
                                            asked.set(synth.get("freq"));
                                            throw new IllegalStateException("on purpose");
                                        }))
                .hasMessage("on purpose");
        assertThatThrownBy(() -> asked.get().await())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("not sent");
        assertThat(synth.get("freq").await()).isEqualTo(330);
    }

    /** Scenario 44: it fails its own reply only, and the next of its kind is not disturbed. */
    private static void assertAFailureInsideIsTold(Client client) {
        AtomicReference<Synth> refused = new AtomicReference<>();
        client.bundle(() -> refused.set(client.synth("no-such-definition")));

        assertThatThrownBy(() -> refused.get().started().await())
                .hasMessageContaining("SynthDef not found");
        client.synth("s2", set("amp", 0)).started().await();
    }

    private static void assertMoreThanADatagramArrives(Client client, Server server) {
        server.freeAll().await(Duration.ofSeconds(30));
        client.bundle(
                () -> {
                    for (int i = 0; i < 900; i++) {
                        client.synth("s2", set("amp", 0).set("freq", i).set("pan", 0));
                    }
                });
        client.sync().await(Duration.ofSeconds(30));
        assertThat(server.status().await().numSynths()).isEqualTo(900);
    }
}
