package org.scaena.itests.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
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
import org.scaena.catalogue.GroupCommands;
import org.scaena.catalogue.SynthCommands;
import org.scaena.node.AddAction;
import org.scaena.node.ControlValues;
import org.scaena.node.Group;
import org.scaena.node.GroupSnapshot;
import org.scaena.node.NodeTreeService;
import org.scaena.node.Placement;
import org.scaena.node.SynthSnapshot;
import org.scaena.node.TreeDetail;
import org.scaena.osc.OscBundle;
import org.scaena.osc.OscPacket;
import org.scaena.osc.OscTimeTag;
import org.scaena.osc.OscTransport;
import org.scaena.server.Client;

/** Whatever a real server forgets to tell: the mirror equals its tree. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class NodeTreeIT {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int FIRST = 1_000_000;
    private static final int IN_ONE_BUNDLE = 250;

    /** With nothing held back, scsynth's socket takes 256 datagrams before it loses some. */
    private static final int ON_THEIR_WAY = 50;

    @Inject private BundleContext context;

    private TestServer configured;
    private Client client;
    private Group group;

    @Configuration
    public Option[] distribution() {
        return new Option[] {Distribution.option()};
    }

    @Before
    public void boot() throws Exception {
        configured =
                TestServer.configure(
                        context, "tree", Map.of("maxNodes", 32_768, "memSize", 131_072));
        client = Services.of(context, Client.class, configured.name());
        group = client.group(Placement.addToTail(client.rootGroup()));
        group.started().await(LIMIT);
    }

    @After
    public void quit() throws IOException {
        configured.close();
    }

    @Test
    public void tenThousandAreMadeAndFreedInOneGo() {
        groups(10_000);
        assertMirrorBecomesTrue();
        assertThat(group.snapshot().children()).hasSize(10_000);
        group.freeAll();
        assertMirrorBecomesTrue();
        assertThat(group.snapshot().children()).isEmpty();
    }

    @Test
    public void sixThousandOfManyPluginsEndAtOnce() {
        List<Group> groups =
                IntStream.range(0, 6_000)
                        .mapToObj(i -> client.group(Placement.addToTail(group)))
                        .toList();
        client.sync().await(LIMIT);
        assertMirrorBecomesTrue();
        group.freeAll();
        groups.forEach(each -> each.await(LIMIT));
        assertMirrorBecomesTrue();
        assertThat(client.ids().nodes().loans().size()).isLessThan(100);
    }

    /** Paused, for so many synths would need more than the processor has. */
    @Test
    public void fiveThousandGroupsAreReadWithTheirControls() {
        group.run(false);
        groups(5_000);
        inBundles(
                5_000,
                i ->
                        SynthCommands.create(
                                        "s2",
                                        2 * FIRST + i,
                                        new Placement(AddAction.ADD_TO_TAIL, FIRST + i),
                                        ControlValues.NONE.set("freq", i))
                                .message());
        client.sync().await(LIMIT);
        GroupSnapshot read = group.queryTree().await(LIMIT);
        assertThat(read.nodes().count()).isEqualTo(10_001);
        for (int i = 0; i < 5_000; i++) {
            GroupSnapshot outer = (GroupSnapshot) read.children().get(i);
            SynthSnapshot synth = (SynthSnapshot) outer.children().get(0);
            assertThat(synth.control("freq").orElseThrow()).hasToString(Integer.toString(i));
        }
        assertMirrorBecomesTrue();
    }

    @Test
    public void anotherClientMakesMovesAndEndsNodesAtTheSameTime() throws Exception {
        try (LossyLogin other = login(0)) {
            churn(other);
            assertMirrorBecomesTrue();
            assertBecomeEqual(other::counted, this::truth);
        }
    }

    @Test
    public void aThirdOfTheNotificationsIsLost() throws Exception {
        try (LossyLogin other = login(33)) {
            churn(other);
            assertBecomeEqual(other::counted, this::truth);
            assertThat(other.tree().statistics().drifts()).isPositive();
        }
    }

    @Test
    public void groupsAreNestedAThousandDeep() {
        inBundles(
                1_000,
                i ->
                        GroupCommands.create(
                                        FIRST + i,
                                        new Placement(
                                                AddAction.ADD_TO_TAIL,
                                                i == 0 ? group.id() : FIRST + i - 1))
                                .message());
        assertMirrorBecomesTrue();
        assertThat(group.snapshot().dump()).hasLineCount(1_001);
        group.freeAll();
        assertMirrorBecomesTrue();
    }

    private LossyLogin login(int percentLost) throws InterruptedException {
        return new LossyLogin(
                Services.of(context, OscTransport.class),
                Services.of(context, NodeTreeService.class),
                client.server().endpoint(),
                percentLost);
    }

    /** Two clients make, move and end nodes in one group, each its own. */
    private void churn(LossyLogin other) {
        Random random = new Random(3);
        for (int step = 0; step < 3_000; step++) {
            int id = 2 * FIRST + random.nextInt(300);
            Placement place = new Placement(AddAction.values()[random.nextInt(2)], group.id());
            switch (random.nextInt(4)) {
                case 0 -> other.send(GroupCommands.create(id, place).message());
                case 1 -> other.send(GroupCommands.moveToHead(group.id(), id).message());
                case 2 -> other.send(GroupCommands.freeAll(id).message());
                default -> client.group(place).moveToTail(group);
            }
            if (step % ON_THEIR_WAY == 0) {
                other.sync().await(LIMIT);
                client.sync().await(LIMIT);
            }
        }
        client.sync().await(LIMIT);
        other.sync().await(LIMIT);
    }

    private void groups(int count) {
        Placement tail = new Placement(AddAction.ADD_TO_TAIL, group.id());
        inBundles(count, i -> GroupCommands.create(FIRST + i, tail).message());
        client.sync().await(LIMIT);
    }

    private void inBundles(int count, IntFunction<OscPacket> command) {
        for (int from = 0; from < count; from += IN_ONE_BUNDLE) {
            client.send(
                    new OscBundle(
                            OscTimeTag.IMMEDIATELY,
                            IntStream.range(from, Math.min(count, from + IN_ONE_BUNDLE))
                                    .mapToObj(command)
                                    .toList()));
        }
    }

    /** As the server has it, read past the mirror. */
    private GroupSnapshot truth() {
        return client.rootGroup().queryTree(TreeDetail.WITHOUT_CONTROLS).await(LIMIT);
    }

    private void assertMirrorBecomesTrue() {
        assertBecomeEqual(() -> client.server().tree(), this::truth);
    }

    private static void assertBecomeEqual(
            Supplier<GroupSnapshot> mirror, Supplier<GroupSnapshot> truth) {
        long end = System.nanoTime() + LIMIT.toNanos();
        String wanted = ids(truth.get());
        while (!ids(mirror.get()).equals(wanted) && System.nanoTime() < end) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        assertThat(ids(mirror.get())).isEqualTo(wanted);
    }

    private static String ids(GroupSnapshot tree) {
        StringBuilder ids = new StringBuilder();
        tree.nodes()
                .forEach(
                        node -> {
                            ids.append(node.id());
                            if (node instanceof GroupSnapshot inner) {
                                ids.append('(').append(inner.children().size()).append(')');
                            }
                            ids.append(' ');
                        });
        return ids.toString();
    }
}
