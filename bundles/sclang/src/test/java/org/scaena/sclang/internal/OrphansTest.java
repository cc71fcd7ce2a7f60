package org.scaena.sclang.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.scaena.node.GroupSnapshot;
import org.scaena.node.NodeSnapshot;
import org.scaena.node.NodeState;

class OrphansTest {

    private static final int THIRD = 3 << 26;

    private static GroupSnapshot group(int id, NodeSnapshot... children) {
        return new GroupSnapshot(id, NodeState.PLAYING, List.of(children));
    }

    @Test
    void nodesOfTheClientAreFoundWhereverTheyAre() {
        GroupSnapshot tree =
                group(
                        0,
                        group(THIRD + 1, group(THIRD + 1000, group(THIRD + 1001)), group(17)),
                        group(1, group(1000), group(THIRD + 1002)),
                        group(-24),
                        group((4 << 26) + 1000));

        assertThat(Orphans.of(3, tree)).containsExactlyInAnyOrder(THIRD + 1000, THIRD + 1002);
        assertThat(Orphans.of(0, tree)).containsExactly(1000);
    }

    @Test
    void theDefaultGroupStays() {
        assertThat(Orphans.of(3, group(0, group(THIRD + 1), group(THIRD + 2)))).isEmpty();
    }
}
