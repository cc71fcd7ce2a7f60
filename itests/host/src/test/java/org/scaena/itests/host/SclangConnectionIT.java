package org.scaena.itests.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.inject.Inject;
import org.junit.After;
import org.junit.Before;
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
import org.scaena.command.NotRunningException;
import org.scaena.id.IdPool;
import org.scaena.id.Ids;
import org.scaena.itests.continuity.Poll;
import org.scaena.node.Synth;
import org.scaena.sclang.Sclang;
import org.scaena.sclang.SclangValue;
import org.scaena.server.Client;
import org.scaena.server.InitHook;
import org.scaena.server.Server;
import org.scaena.server.ServerEvent;
import org.scaena.server.ServerListener;
import org.scaena.server.ServerOption;
import org.scaena.server.ShutdownReason;
import org.scaena.synthdef.SynthDefRegistration;

/** The language as a client of a server: whichever of the two ends, they come together again. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class SclangConnectionIT {

    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @Inject private BundleContext context;

    private Sclang language;
    private TestServer configured;
    private Server server;

    @Configuration
    public Option[] distribution() {
        return new Option[] {Distribution.option()};
    }

    @Before
    public void connect() throws Exception {
        language = Services.of(context, Sclang.class);
        configured = TestServer.configure(context, "sclang");
        server = Services.of(context, Client.class, configured.name()).server();
        language.connect(server).await(START_LIMIT);
    }

    @After
    public void end() throws Exception {
        language.stop().await(LIMIT);
        configured.close();
        assertThat(ProcessHandle.current().descendants()).isEmpty();
    }

    private SclangValue eval(String code) {
        return language.eval(code, Map.of(), LIMIT).await(LIMIT);
    }

    private int number(String code) {
        return ((SclangValue.Int) eval(code)).value();
    }

    private Client client() {
        return server.whenRunning().await(LIMIT);
    }

    private boolean isOnServer(int node) {
        return server.queryTree().await(LIMIT).find(node).isPresent();
    }

    private void awaitLogin() {
        assertThat(language.whenConnected().await(LIMIT)).isEqualTo(server);
    }

    @Test
    public void itIsAClientWithIdsOfItsOwn() {
        assertThat(language.server()).contains(server);
        assertThat(number("s.clientID")).isNotEqualTo(client().id());
        assertThat(number("s.maxNumClients")).isEqualTo(client().maxLogins());
        assertThat(number("s.defaultGroup.nodeID")).isEqualTo((number("s.clientID") << 26) + 1);

        Ids ids = client().ids();
        assertNotIn(ids.buffers(), number("Buffer.alloc(s, 16).bufnum"));
        assertNotIn(ids.controlBuses(), number("Bus.control(s, 1).index"));
        assertNotIn(ids.audioBuses(), number("Bus.audio(s, 1).index"));
        assertThat(number("s.options.numControlBusChannels"))
                .as("it divides what there is")
                .isEqualTo(server.effectiveOptions().get(ServerOption.NUM_CONTROL_BUS_CHANNELS));

        int node = number("x = Synth(\\s2, [\\amp, 0.1]); x.nodeID");
        Poll.until("its synth plays", () -> isOnServer(node));
        eval("x.free");
        Poll.until("its synth has ended", () -> !isOnServer(node));
    }

    private static void assertNotIn(IdPool ours, int theirs) {
        assertThat(ours.bounds().contains(theirs)).as(ours.kind() + " " + theirs).isFalse();
    }

    @Test
    public void connectingRunsTheHooksAndClearingItsTreeFunctions() {
        AtomicInteger trees = new AtomicInteger();
        InitHook counter =
                new InitHook() {
                    @Override
                    public void tree(Client client) {
                        trees.incrementAndGet();
                    }
                };
        ServiceRegistration<InitHook> hook = context.registerService(InitHook.class, counter, null);
        Poll.until("a late hook is caught up with", () -> trees.get() == 1);

        language.connect(server).await(LIMIT);
        assertThat(trees).hasValue(2);

        eval("~tree = { |server| ~inTree = Group(server).nodeID }; ServerTree.add(~tree, s)");
        server.freeAll().await(LIMIT);
        Poll.until("the tree function has run", () -> isOnServer(inTree()));
        assertThat(trees).hasValue(3);
        hook.unregister();
    }

    private int inTree() {
        return eval("~inTree") instanceof SclangValue.Int id ? id.value() : -2;
    }

    @Test
    public void itIsLoggedInAgainAfterAReboot() {
        int id = number("s.clientID");
        int before = number("Synth(\\s2, [\\amp, 0.1]).nodeID");

        server.reboot().await(LIMIT);
        awaitLogin();
        assertThat(number("s.clientID")).isEqualTo(id);
        assertThat(number("Synth(\\s2, [\\amp, 0.1]).nodeID"))
                .as("its numbers begin anew")
                .isEqualTo(before);
        Poll.until("it plays again", () -> isOnServer(before));
    }

    @Test
    public void itIsLoggedInAgainAfterTheServersCrash() {
        long before = server.pid().orElseThrow();
        ProcessHandle.of(before).orElseThrow().destroyForcibly();
        Poll.until(
                "the server is back", () -> server.pid().filter(pid -> pid != before).isPresent());

        awaitLogin();
        int node = number("Synth(\\s2, [\\amp, 0.1]).nodeID");
        Poll.until("it plays again", () -> isOnServer(node));
    }

    @Test
    public void theServersEndByItsCodeIsNoMoreThanAReboot() throws Exception {
        EventLog events = new EventLog();
        ServiceRegistration<?> heard = context.registerService(ServerListener.class, events, null);

        eval("s.quit; nil");

        assertThat(events.await(ServerEvent.Gone.class).reason())
                .isEqualTo(ShutdownReason.BY_ANOTHER_CLIENT);
        events.await(ServerEvent.Running.class);
        awaitLogin();
        assertThat(eval("s.serverRunning")).isEqualTo(SclangValue.of(true));
        heard.unregister();
    }

    /** Some 3,000 units, far beyond a datagram. */
    @Test
    public void whatItCompilesPlaysHoweverLargeItIs() throws Exception {
        String code =
                "SynthDef(\\large, { |amp = 0| Out.ar(0,"
                        + " (1..1500).collect { |i| SinOsc.kr(i) }.sum * DC.ar(amp)) })";
        try (SynthDefRegistration large = language.define(code, "it").await(START_LIMIT)) {
            assertThat(large.definitions().get(0).bytes().size()).isGreaterThan(65_536);
            client().requireSynthDef("large").await(START_LIMIT);
            Synth synth = client().synth("large").started().await(LIMIT);
            assertThat(isOnServer(synth.id())).isTrue();
        }
    }

    @Test
    public void itDoesNotNoticeThatTheModuleOfTheServerIsReplaced() throws Exception {
        int node = number("~kept = 1; Synth(\\s2, [\\amp, 0.1]).nodeID");

        swap("server");

        server = Services.of(context, Client.class, configured.name()).server();
        Poll.until("it knows", () -> language.server().equals(Optional.of(server)));
        assertThat(eval("~kept")).isEqualTo(SclangValue.of(1));
        assertThat(isOnServer(node)).isTrue();
    }

    @Test
    public void itIsOnTheServerAgainAfterAModuleThatItNeedsWasReplaced() throws Exception {
        swap("osc");

        language = Services.of(context, Sclang.class);
        server = Services.of(context, Client.class, configured.name()).server();
        Poll.until("it is on again", () -> language.server().equals(Optional.of(server)));
        int node = number("Synth(\\s2, [\\amp, 0.1]).nodeID");
        Poll.until("it plays", () -> isOnServer(node));
    }

    private void swap(String module) throws Exception {
        Bundle bundle = Distribution.installed(context, "org.scaena." + module);
        bundle.stop();
        bundle.start();
    }

    @Test
    public void afterItsOwnCrashItComesBackAndNothingOfItIsLeft() {
        int id = number("s.clientID");
        int node = number("Synth(\\s2, [\\amp, 0.1], Group(s, \\addToTail)).nodeID");
        Poll.until("its synth plays", () -> isOnServer(node));
        Synth ours = client().synth("s2");
        ours.started().await(LIMIT);

        ProcessHandle.of(number("thisProcess.pid")).orElseThrow().destroyForcibly();
        Poll.until("sclang has ended", () -> !language.isRunning());

        awaitLogin();
        assertThat(number("s.clientID")).isEqualTo(id);
        assertThat(isOnServer(node)).isFalse();
        assertThat(isOnServer(ours.id())).isTrue();
        int next = number("Synth(\\s2, [\\amp, 0.1]).nodeID");
        Poll.until("it plays again", () -> isOnServer(next));
    }

    @Test
    public void stoppedItLeavesTheServerAndNothingThere() {
        int node = number("Synth(\\s2, [\\amp, 0.1]).nodeID");
        Poll.until("its synth plays", () -> isOnServer(node));

        language.stop().await(LIMIT);

        assertThat(language.server()).isEmpty();
        assertThat(language.endpoint()).isEmpty();
        assertThatThrownBy(() -> language.whenConnected().await(LIMIT))
                .isInstanceOf(NotRunningException.class);
        assertThat(isOnServer(node)).isFalse();
        server.reboot().await(LIMIT);
        assertThat(language.isRunning()).as("nobody has asked for it").isFalse();
    }

    @Test
    public void aServerThatDoesNotRunIsNamed() {
        server.quit().await(LIMIT);
        Poll.until("it is gone", () -> language.server().isEmpty());

        assertThatThrownBy(() -> language.connect(server).await(LIMIT))
                .isInstanceOf(NotRunningException.class)
                .hasMessageContaining("'sclang' is not running: boot it first");
        server.boot().await(LIMIT);
        awaitLogin();
    }
}
