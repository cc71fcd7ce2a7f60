package org.scaena.itests.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import javax.inject.Inject;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.BundleContext;
import org.scaena.catalogue.ControlBusCommands;
import org.scaena.catalogue.SynthCommands;
import org.scaena.command.Command;
import org.scaena.command.CommandFailedException;
import org.scaena.command.Done;
import org.scaena.command.Reply;
import org.scaena.node.ControlValues;
import org.scaena.node.Placement;
import org.scaena.osc.OscBlob;
import org.scaena.osc.OscBundle;
import org.scaena.osc.OscConstant;
import org.scaena.osc.OscMessage;
import org.scaena.osc.OscPacket;
import org.scaena.osc.OscTimeTag;
import org.scaena.server.Client;
import org.scaena.server.Server;
import org.scaena.synthdef.SynthDefFormatException;

/** Requests on a real scsynth: their outcomes, and what must not reach it. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class CommandsIT {

    private static final String NAME = "commands";
    private static final int GROUP = 900_000;

    @Inject private BundleContext context;

    @Configuration
    public Option[] distribution() {
        return new Option[] {Distribution.option()};
    }

    @Test
    public void outcomesAndRefusals() throws Exception {
        try (TestServer configured = TestServer.configure(context, NAME)) {
            Client client = Services.of(context, Client.class, configured.name());

            everyFailureFindsItsRequest(client);
            everyAnswerFindsItsRequest(client);
            whatCrashesScsynthIsRefusedInTheCaller(client);
        }
    }

    private static void everyFailureFindsItsRequest(Client client) {
        List<Reply<Done>> good = new ArrayList<>();
        List<Reply<Done>> bad = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            client.send(synth("bad-and-nobody-asks", client).message());
            good.add(client.request(synth("s1", client)));
            bad.add(client.request(synth("bad", client)));
        }

        assertThat(good).allSatisfy(reply -> assertThat(reply.await()).isEqualTo(Done.DONE));
        assertThat(bad)
                .allSatisfy(
                        reply ->
                                assertThatThrownBy(reply::await)
                                        .isInstanceOf(CommandFailedException.class)
                                        .hasMessage("/s_new: SynthDef not found"));
    }

    private static Command<Done> synth(String defName, Client client) {
        return SynthCommands.create(
                defName, -1, Placement.addToTail(client.defaultGroup()), ControlValues.NONE);
    }

    private static void everyAnswerFindsItsRequest(Client client) {
        List<Reply<Float>> answers = new ArrayList<>();
        for (int bus = 0; bus < 1_000; bus++) {
            client.send(ControlBusCommands.set(bus, bus).message());
            answers.add(client.request(ControlBusCommands.get(bus)));
        }

        for (int bus = 0; bus < answers.size(); bus++) {
            assertThat(answers.get(bus).await()).isEqualTo(bus);
        }
    }

    /** Each of these ends scsynth 3.13, most of them at once. */
    private static void whatCrashesScsynthIsRefusedInTheCaller(Client client) {
        Server server = client.server();
        long pid = server.pid().orElseThrow();
        byte[] rubbish = new byte[200];
        System.arraycopy(new byte[] {'S', 'C', 'g', 'f', 0, 0, 0, 2, 0, 1}, 0, rubbish, 0, 10);
        client.send(m("/g_new", GROUP, 0, 1, GROUP + 1, 0, GROUP));
        client.send(m("/b_alloc", 5, 1_000_000, 1));

        refused(client, m("/b_alloc", 1024, 100, 1));
        refused(client, m("/b_alloc", 5000, 100, 1));
        refused(client, m("/b_alloc", 6, 500_000_000, 64));
        refused(client, m("/b_free", 1024));
        refused(client, m("/b_allocRead", 5, "/nowhere.wav", 5000, 10));
        refused(client, m("/g_head", GROUP, GROUP));
        refused(client, m("/g_tail", GROUP + 1, GROUP));
        refused(client, m("/n_before", GROUP, GROUP + 1));
        refused(client, m("/d_recv", OscBlob.of(rubbish)));
        refused(client, m("/d_freeAll"));
        refused(client, m("/s_new", "s1", -1, 0, 1, "freq", OscConstant.NIL));
        refused(client, m("/n_set", GROUP, "freq", 440d));
        refused(client, m("/n_setn", GROUP, 0, 2_000_000_000, 1f));
        refused(client, m("/b_zero", 5, m("/b_free", 1024)));
        refused(client, bundle(m("/quit"), m("/quit")));
        refused(
                client,
                bundle(
                        m("/n_run", GROUP, 0),
                        m("/s_new", "s1", GROUP + 2, 0, GROUP),
                        m("/n_run", GROUP + 2, 0),
                        m("/n_run", GROUP + 2, 0),
                        m("/n_run", GROUP + 2, 1),
                        m("/n_run", GROUP, 1)));
        client.send(m("/n_free", GROUP));
        client.send(m("/b_free", 5));

        client.sync().await();
        assertThat(server.queryTree().await().find(GROUP)).isEmpty();
        assertThat(server.pid()).contains(pid);
    }

    private static void refused(Client client, OscPacket packet) {
        assertThatThrownBy(() -> client.send(packet))
                .as(packet.toString())
                .isInstanceOfAny(
                        IllegalArgumentException.class,
                        IllegalStateException.class,
                        SynthDefFormatException.class);
    }

    private static OscMessage m(String address, Object... arguments) {
        return OscMessage.of(address, arguments);
    }

    private static OscBundle bundle(OscMessage... messages) {
        return OscBundle.of(OscTimeTag.IMMEDIATELY, messages);
    }
}
