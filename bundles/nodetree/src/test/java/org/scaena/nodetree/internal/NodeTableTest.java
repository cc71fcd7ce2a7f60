package org.scaena.nodetree.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NodeTableTest {

    private final NodeTable table = new NodeTable();
    private final Map<Integer, MirrorNode> model = new HashMap<>();
    private final List<Integer> there = new ArrayList<>();

    @Test
    void staysTrueToAHashMapWhileItGrowsAndShrinks() {
        Random random = new Random(5);
        for (int wave = 0; wave < 6; wave++) {
            int chance = wave % 2 == 0 ? 80 : 20;
            for (int step = 0; step < 20_000; step++) {
                if (there.isEmpty() || random.nextInt(100) < chance) {
                    add(id(random));
                } else {
                    remove(random.nextInt(there.size()));
                }
            }
            assertThat(table.size()).isEqualTo(model.size());
            model.forEach((id, node) -> assertThat(table.get(id)).isSameAs(node));
        }
    }

    /** Counted upward as clients do, downward as the server does, and from anywhere. */
    private int id(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> (1 << 26) + 1000 + random.nextInt(5000);
            case 1 -> -16 - 8 * random.nextInt(5000);
            default -> random.nextInt();
        };
    }

    private void add(int id) {
        assertThat(table.get(id)).isSameAs(model.get(id));
        if (!model.containsKey(id)) {
            MirrorNode node = new MirrorNode(id, false);
            table.add(node);
            model.put(id, node);
            there.add(id);
        }
    }

    private void remove(int index) {
        int id = there.set(index, there.get(there.size() - 1));
        there.remove(there.size() - 1);
        table.remove(model.remove(id));
        assertThat(table.get(id)).isNull();
    }

    @Test
    void removesNothingThatIsNotThere() {
        add(1000);
        table.remove(new MirrorNode(1001, false));
        assertThat(table.size()).isOne();
        assertThat(table.get(1000)).isNotNull();
    }
}
