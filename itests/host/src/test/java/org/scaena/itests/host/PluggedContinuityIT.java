package org.scaena.itests.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scaena.node.Controls.set;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
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
import org.scaena.bus.AudioBus;
import org.scaena.bus.ControlBus;
import org.scaena.itests.continuity.Poll;
import org.scaena.itests.continuity.Swap;
import org.scaena.itests.nuisance.Nuisance;
import org.scaena.node.Group;
import org.scaena.node.Placement;
import org.scaena.node.Synth;
import org.scaena.server.Client;
import org.scaena.server.ClientActivator;
import org.scaena.server.Server;

/** What a plugged-in client has goes on as what the host's own login has. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class PluggedContinuityIT {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    @Inject private BundleContext context;

    @Configuration
    public Option[] distribution() {
        return new Option[] {Distribution.option()};
    }

    @Test
    public void itsSoundPlaysOnWhileTheServerBundleIsReplaced() throws Exception {
        Voice voice = new Voice();
        ServiceRegistration<ClientActivator> plug = plug(voice);
        try (TestServer configured = TestServer.configure(context, "voices")) {
            Client before = voice.next();
            Things had = new Things(before);
            Synth unkeyed = before.synth("s2", set("amp", 0)).started().await();
            had.change();
            Bundle server = Distribution.installed(context, "org.scaena.server");

            Swap.UPDATE.of(server, Distribution.jar("org.scaena.server"), context, null);

            assertThat(voice.left.poll(30, TimeUnit.SECONDS)).isEqualTo(before.id());
            Client after = voice.next();
            assertThat(after.server().name()).isEqualTo(configured.name());
            assertThat(after.id()).isEqualTo(before.id());
            assertThat(after.local().getPort()).isEqualTo(before.local().getPort());
            assertThat(after.server().queryTree().await().find(had.tone.id())).isPresent();
            Things has = new Things(after);
            assertThat(has.numbers()).isEqualTo(had.numbers());
            has.assertAsChanged();
            assertThat(after.synth("s2", set("amp", 0)).started().await().id())
                    .isGreaterThan(unkeyed.id());
            Poll.until(
                    "what has no key ends when nobody can claim it",
                    () -> after.server().queryTree().await().find(unkeyed.id()).isEmpty());
            assertThat(after.server().queryTree().await().find(has.tone.id())).isPresent();
            plug.unregister();
            Poll.until(
                    "all that it has goes with it",
                    () -> after.server().queryTree().await().find(has.tone.id()).isEmpty());
        }
    }

    @Test
    public void itsSoundIsMadeAgainWhenScsynthWasKilled() throws Exception {
        Voice voice = new Voice();
        ServiceRegistration<ClientActivator> plug = plug(voice);
        try (TestServer configured = TestServer.configure(context, "voices")) {
            Client before = voice.next();
            Things had = new Things(before);
            had.change();
            Server server = before.server();
            ProcessHandle.of(server.pid().orElseThrow()).orElseThrow().destroyForcibly();

            assertThat(voice.left.poll(30, TimeUnit.SECONDS)).isEqualTo(before.id());
            Client after = voice.next();
            assertThat(after.server()).isSameAs(server);
            assertThat(after.server().name()).isEqualTo(configured.name());
            assertThat(after.id()).isEqualTo(before.id());
            Things has = new Things(after);
            assertThat(has.numbers()).isEqualTo(had.numbers());
            has.assertAsChanged();
            assertThat(server.queryTree().await().find(has.fx.id())).isPresent();
        } finally {
            plug.unregister();
        }
    }

    @Test
    public void theNextOfItsKindGoesOnWithItsLogin() throws Exception {
        Voice first = new Voice();
        ServiceRegistration<ClientActivator> plug = plug(first);
        try (TestServer configured = TestServer.configure(context, "voices")) {
            Client before = first.next();
            Server server = before.server();
            Things had = new Things(before);
            Synth unkeyed = before.synth("s2", set("amp", 0)).started().await();
            had.change();

            plug.unregister();
            Voice second = new Voice();
            plug = plug(second);

            assertThat(first.left.poll(30, TimeUnit.SECONDS)).isEqualTo(before.id());
            Client after = second.next();
            assertThat(server.name()).isEqualTo(configured.name());
            assertThat(after.id()).isEqualTo(before.id());
            assertThat(after.local()).isEqualTo(before.local());
            Things has = new Things(after);
            assertThat(has.numbers()).isEqualTo(had.numbers());
            has.assertAsChanged();
            assertThat(server.queryTree().await().find(unkeyed.id())).isEmpty();
            plug.unregister();
            Poll.until(
                    "nobody comes for it any more",
                    () -> server.queryTree().await().find(has.tone.id()).isEmpty());
            Poll.until(
                    "and its login is given back",
                    () -> server.owners().stream().allMatch(owner -> owner.logins() == 0));
        }
    }

    @Test
    public void itsSoundEndsIfItDoesNotComeBack() throws Exception {
        Voice voice = new Voice();
        ServiceRegistration<ClientActivator> plug = plug(voice);
        try (TestServer configured = TestServer.configure(context, "voices")) {
            Client before = voice.next();
            Things had = new Things(before);
            Bundle server = Distribution.installed(context, "org.scaena.server");
            server.stop();
            plug.unregister();
            server.start();

            Server after = Services.of(context, Client.class, configured.name()).server();
            assertThat(after.queryTree().await().find(had.tone.id())).isPresent();
            Poll.until(
                    "it ends",
                    Duration.ofSeconds(60),
                    () -> after.queryTree().await().find(had.tone.id()).isEmpty());
        }
    }

    @Test
    public void itsSoundEndsAtOnceWhenItsBundleIsUninstalled() throws Exception {
        Bundle guest = Nuisance.install(context, Nuisance.IDLES);
        Voice voice = new Voice();
        guest.getBundleContext().registerService(ClientActivator.class, voice, null);
        try (TestServer configured =
                TestServer.configure(context, "voices", Map.of("graceMs", 3_600_000))) {
            Client client = voice.next();
            Server server = client.server();
            assertThat(server.name()).isEqualTo(configured.name());
            Things had = new Things(client);

            guest.uninstall();

            Poll.until("it ends", () -> server.queryTree().await().find(had.tone.id()).isEmpty());
            Poll.until(
                    "its login is given back",
                    () -> server.owners().stream().allMatch(owner -> owner.logins() == 0));
        }
    }

    private ServiceRegistration<ClientActivator> plug(Voice voice) {
        return context.registerService(ClientActivator.class, voice, null);
    }

    /** One of everything, under keys. */
    private static final class Things {

        private final Group fx;
        private final Synth tone;
        private final Buffer rain;
        private final ControlBus send;
        private final AudioBus wet;

        Things(Client client) {
            fx = client.group("fx", Placement.addToTail(client.defaultGroup()));
            tone =
                    client.synth(
                            "tone", "s2", set("amp", 0).set("freq", 300), Placement.addToTail(fx));
            rain = client.buffer("rain", BufferSource.load(1, 2, 3));
            send = client.controlBus("send", 2);
            wet = client.audioBus("wet", 2);
            rain.ready().await(LIMIT);
            client.sync().await(LIMIT);
        }

        void change() {
            tone.set(set("freq", 222));
            send.set(0.25f, 0.5f);
        }

        Map<String, Integer> numbers() {
            return Map.of(
                    "fx", fx.id(),
                    "tone", tone.id(),
                    "rain", rain.number(),
                    "send", send.index(),
                    "wet", wet.index());
        }

        void assertAsChanged() {
            assertThat(tone.get("freq").await(LIMIT)).isEqualTo(222f);
            assertThat(rain.toArray().await(LIMIT)).containsExactly(1, 2, 3);
            assertThat(send.getn().await(LIMIT)).containsExactly(0.25f, 0.5f);
        }
    }

    /** Remembers its logins in the order in which they come and go. */
    private static final class Voice implements ClientActivator {

        private final BlockingQueue<Client> come = new LinkedBlockingQueue<>();
        private final BlockingQueue<Integer> left = new LinkedBlockingQueue<>();

        Client next() throws InterruptedException {
            Client client = come.poll(30, TimeUnit.SECONDS);
            assertThat(client).as("a login").isNotNull();
            return client;
        }

        @Override
        public void activate(Client client) {
            come.add(client);
        }

        @Override
        public void deactivate(Client client) {
            left.add(client.id());
        }
    }
}
