package org.scaena.allocator.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.scaena.id.IdLayout;
import org.scaena.id.IdRange;
import org.scaena.id.Ids;
import org.scaena.id.NodeIdStrategy;

class AllocatorsTest {

    private static final String OWNER = "org.example.plugin";

    private final Allocators allocators =
            new Allocators(new PartitionedNodeIds(), new NotebookNodeIds());

    /** Cells 11, 12, 36, 40 and 57: client 1 of 8 on a server with the default sizes. */
    @Test
    void givesTheNotebooksFirstIds() {
        Ids ids = open(1, 8, NodeIdStrategy.NOTEBOOK);
        assertThat(ids.buffers().allocate(2, OWNER)).hasToString("[128..129]");
        assertThat(ids.nodes().allocate(OWNER)).isEqualTo(20001);
        assertThat(ids.nodes().allocate(OWNER)).isEqualTo(20002);
        assertThat(open(0, 8, NodeIdStrategy.NOTEBOOK).nodes().allocate(OWNER)).isEqualTo(10001);
    }

    /** The figures of sclang as client 1 of 8. */
    @Test
    void dividesAsSclangDoes() {
        Ids ids = open(1, 8, NodeIdStrategy.PARTITIONED);
        assertThat(ids.nodes().allocate(OWNER)).isEqualTo(67109864);
        assertThat(ids.nodes().allocatePermanent(OWNER)).isEqualTo(67108866);
        assertThat(ids.audioBuses().bounds()).isEqualTo(new IdRange(131, 127));
        assertThat(ids.controlBuses().bounds()).isEqualTo(new IdRange(2048, 2048));
        assertThat(ids.buffers().bounds()).isEqualTo(new IdRange(128, 128));
    }

    @Test
    void givesHardwareBusesToNobody() {
        assertThat(open(0, 1, NodeIdStrategy.PARTITIONED).audioBuses().bounds())
                .isEqualTo(new IdRange(4, 1020));
    }

    @Test
    void givesEachNumberToOneLoginOnly() {
        for (String strategy : List.of(NodeIdStrategy.PARTITIONED, NodeIdStrategy.NOTEBOOK)) {
            List<Ids> logins =
                    IntStream.range(0, 32).mapToObj(client -> open(client, 32, strategy)).toList();
            Set<Integer> nodes = new HashSet<>();
            Set<Integer> buses = new HashSet<>();
            for (Ids ids : logins) {
                for (int i = 0; i < 20_000; i++) {
                    assertThat(nodes.add(ids.nodes().allocate(OWNER))).isTrue();
                }
                ids.audioBuses().bounds().ids().forEach(bus -> assertThat(buses.add(bus)).isTrue());
            }
        }
    }

    @Test
    void goesOnFromALedgerAsIfNothingHadBeen() {
        Ids ids = open(1, 8, NodeIdStrategy.PARTITIONED);
        ids.nodes().allocatePermanent(OWNER);
        int living = ids.nodes().allocate("org.example.other");
        ids.nodes().free(ids.nodes().allocate(OWNER));
        ids.buffers().allocate(5, OWNER);
        ids.buffers().free(new IdRange(130, 1));
        ids.audioBuses().allocate(2, OWNER);
        ids.controlBuses().allocate(3, OWNER);

        Ids successor = open(1, 8, NodeIdStrategy.PARTITIONED);
        assertThat(successor.restore(ids.holdings())).isEmpty();
        assertThat(successor.holdings()).isEqualTo(ids.holdings());
        assertThat(successor.nodes().owner(living)).contains("org.example.other");
        assertThat(successor.nodes().allocate(OWNER)).isEqualTo(living + 2);
        assertThat(successor.buffers().allocate(1, OWNER)).isEqualTo(IdRange.of(130));
    }

    @Test
    void refusesWhatAnotherLoginHad() {
        Ids before = open(1, 8, NodeIdStrategy.PARTITIONED);
        before.nodes().allocate(OWNER);
        before.buffers().allocate(2, OWNER);
        before.controlBuses().allocate(2, OWNER);
        Ids now = open(2, 8, NodeIdStrategy.PARTITIONED);
        assertThat(now.restore(before.holdings()))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(
                                        before.nodes().loans(),
                                        before.buffers().loans(),
                                        before.controlBuses().loans())
                                .flatMap(List::stream)
                                .toList());
        assertThat(now.holdings()).isEqualTo(open(2, 8, NodeIdStrategy.PARTITIONED).holdings());
    }

    @Test
    void staysWithinIntForTheLastClient() {
        Ids ids = open(31, 32, NodeIdStrategy.PARTITIONED);
        assertThat(ids.nodes().owns(Integer.MAX_VALUE)).isTrue();
        assertThatThrownBy(() -> open(32, 64, NodeIdStrategy.PARTITIONED))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("only client ids 0…31 have node ids, not 32");
    }

    @Test
    void neverCountsThroughDefaultGroupOrPermanentIds() {
        for (NodeIdStrategy strategy : List.of(new PartitionedNodeIds(), new NotebookNodeIds())) {
            for (int client = 0; client < 32; client++) {
                int defaultGroup = (client << 26) + 1;
                IdRange permanent = strategy.permanent(client, 32);
                assertThat(permanent.contains(defaultGroup)).isFalse();
                for (IdRange range : strategy.ranges(client, 32)) {
                    assertThat(range.contains(defaultGroup)).isFalse();
                    assertThat(range.contains(permanent.first())).isFalse();
                    assertThat(range.contains(permanent.last())).isFalse();
                }
            }
        }
    }

    @Test
    void takesEverythingBackFromAnOwner() {
        Ids ids = open(0, 8, NodeIdStrategy.PARTITIONED);
        ids.nodes().allocate(OWNER);
        ids.nodes().allocatePermanent(OWNER);
        ids.buffers().allocate(3, OWNER);
        ids.audioBuses().allocate(2, OWNER);
        ids.controlBuses().allocate(1, OWNER);
        IdRange kept = ids.buffers().allocate(1, "org.example.other");
        ids.freeAllOf(OWNER);
        assertThat(ids.nodes().loans()).isEmpty();
        assertThat(ids.buffers().loans()).singleElement().returns(kept, loan -> loan.range());
        assertThat(ids.audioBuses().loans()).isEmpty();
        assertThat(ids.controlBuses().loans()).isEmpty();
    }

    @Test
    void namesTheStrategiesThatAreThere() {
        assertThatThrownBy(() -> open(0, 8, "dice"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "no node-id strategy is named 'dice': choose one of"
                                + " [notebook, partitioned]");
    }

    private Ids open(int clientId, int maxLogins, String strategy) {
        return allocators.open(
                new IdLayout(clientId, maxLogins, 2, 2, 1024, 16384, 1024, strategy));
    }
}
