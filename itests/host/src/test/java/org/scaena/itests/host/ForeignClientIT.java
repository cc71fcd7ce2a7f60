package org.scaena.itests.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scaena.node.Controls.set;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.scaena.itests.continuity.Poll;
import org.scaena.node.GroupSnapshot;
import org.scaena.node.NodeSnapshot;
import org.scaena.node.Synth;
import org.scaena.node.TreeDetail;
import org.scaena.server.Client;
import org.scaena.server.Server;
import org.scaena.server.ServerEvent;
import org.scaena.server.ServerListener;
import org.scaena.server.ServerState;
import org.scaena.server.ShutdownReason;

/** An unmodified sclang of somebody else beside us: what it does confuses nothing of ours. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class ForeignClientIT {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int MANY = 20_000;

    @Inject private BundleContext context;

    private TestServer configured;
    private Server server;
    private ForeignSclang foreign;
    private Synth ours;

    @Configuration
    public Option[] distribution() {
        return new Option[] {Distribution.option()};
    }

    @Before
    public void attach() throws Exception {
        configured =
                TestServer.configure(
                        context, "shared", Map.of("maxNodes", 32_768, "memSize", 131_072));
        server = Services.of(context, Client.class, configured.name()).server();
        foreign = ForeignSclang.on(server.endpoint());
        assertThat(foreign.ask("~say.(s.clientID)")).isNotEqualTo(client().id() + "");
        ours = client().synth("s2", set("amp", 0)).started().await(LIMIT);
    }

    @After
    public void end() throws IOException {
        foreign.close();
        configured.close();
    }

    private Client client() {
        return server.whenRunning().await(LIMIT);
    }

    private void assertMirrorBecomesTrue() {
        Poll.until("the mirror is true", () -> ids(server.tree()).equals(truth()));
    }

    private List<Integer> truth() {
        return ids(client().rootGroup().queryTree(TreeDetail.WITHOUT_CONTROLS).await(LIMIT));
    }

    private static List<Integer> ids(GroupSnapshot tree) {
        return tree.nodes().map(NodeSnapshot::id).toList();
    }

    /** A new synth of ours gets an id of our own that nobody has, and plays. */
    private void assertWePlayOn() {
        List<Integer> taken = truth();
        Synth next = client().synth("s2", set("amp", 0)).started().await(LIMIT);
        assertThat(next.id() >> 26).isEqualTo(client().id());
        assertThat(taken).doesNotContain(next.id());
        assertThat(truth()).contains(next.id());
        assertMirrorBecomesTrue();
    }

    @Test
    public void itsQuitIsToldAsTheirsAndWhatIsOursComesBack() throws Exception {
        EventLog events = new EventLog();
        ServiceRegistration<ServerListener> heard =
                context.registerService(ServerListener.class, events, null);
        Synth kept = client().synth("kept", "s2", set("amp", 0)).started().await(LIMIT);

        foreign.ask("s.quit({ ~say.(\"quit\") })");

        assertThat(events.await(ServerEvent.Gone.class).reason())
                .isEqualTo(ShutdownReason.BY_ANOTHER_CLIENT);
        events.await(ServerEvent.Running.class);
        assertThat(server.state()).isEqualTo(ServerState.RUNNING);
        assertThat(truth()).contains(kept.id());
        assertWePlayOn();
        heard.unregister();
    }

    @Test
    public void itsFreeAllEndsOursAndNothingElse() throws Exception {
        foreign.ask("s.freeAll; fork { 0.1.wait; s.sync; ~say.(\"freed\") }");

        ours.await(LIMIT);
        assertMirrorBecomesTrue();
        assertThat(truth()).contains(client().defaultGroup().id()).doesNotContain(ours.id());
        assertWePlayOn();
    }

    @Test
    public void itsCmdPeriodEndsOursAndNothingElse() throws Exception {
        foreign.ask(
                """
                x = Synth(\\s2, [\\amp, 0]);
                CmdPeriod.run;
                fork { 0.1.wait; s.sync; ~say.("stopped") };
                """);

        ours.await(LIMIT);
        assertMirrorBecomesTrue();
        assertThat(truth()).contains(client().defaultGroup().id()).doesNotContain(ours.id());
        assertWePlayOn();
    }

    /** As groups, for so many synths would need more than the processor has. */
    @Test
    public void itsTwentyThousandNodesAreSeenAndLeftAlone() throws Exception {
        foreign.ask(
                """
                fork {
                    (1..%d).clump(250).do { |some|
                        s.sync(nil, some.collect { ["/g_new", s.nextNodeID, 0, s.defaultGroup.nodeID] });
                    };
                    ~say.("made");
                };
                """
                        .formatted(MANY));

        assertMirrorBecomesTrue();
        assertThat(server.tree().nodes().count()).isGreaterThan(MANY);
        assertThat(server.status().await(LIMIT).numGroups()).isGreaterThan(MANY);
        assertThat(truth()).contains(ours.id());
        assertWePlayOn();
        assertThat(client().ids().nodes().loans())
                .as("none of theirs is on our books")
                .hasSizeLessThan(100);

        // No sync: what it is told of so many ends may fill its socket, and take the reply's place.
        foreign.ask("s.defaultGroup.freeAll; ~say.(\"freed\")");
        Poll.until("they end", () -> server.status().await(LIMIT).numGroups() < 100);

        assertMirrorBecomesTrue();
        assertThat(server.tree().nodes().count()).isLessThan(100);
        assertThat(truth()).contains(ours.id());
        assertWePlayOn();
    }
}
