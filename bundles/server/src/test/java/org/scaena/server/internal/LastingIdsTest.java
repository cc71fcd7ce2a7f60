package org.scaena.server.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.scaena.allocator.internal.Allocators;
import org.scaena.allocator.internal.PartitionedNodeIds;
import org.scaena.id.AllocatorService;
import org.scaena.id.IdLayout;
import org.scaena.id.IdRange;
import org.scaena.id.Ids;
import org.scaena.id.NodeIdStrategy;

/** Ids on loan while the allocator is replaced again and again. */
class LastingIdsTest {

    private static final IdLayout LAYOUT =
            new IdLayout(1, 8, 2, 2, 1024, 4096, 1024, NodeIdStrategy.PARTITIONED);
    private static final int THREADS = 4;
    private static final int REPLACEMENTS = 300;
    private static final int MOST_HELD = 8;

    private final Replaceable<AllocatorService> service = new Replaceable<>(AllocatorService.class);
    private final LastingAllocators allocators = new LastingAllocators(service);

    private static AllocatorService allocator() {
        return new Allocators(new PartitionedNodeIds());
    }

    @Test
    void noIdIsLentTwiceAndNoneIsLost() {
        service.replace(allocator());
        Ids ids = allocators.open(LAYOUT);
        int buffers = ids.buffers().available();
        Set<Integer> nodes = ConcurrentHashMap.newKeySet();
        Set<Integer> numbers = ConcurrentHashMap.newKeySet();
        AtomicBoolean ending = new AtomicBoolean();
        List<CompletableFuture<Void>> users =
                IntStream.range(0, THREADS)
                        .mapToObj(
                                user ->
                                        CompletableFuture.runAsync(
                                                () -> use(ids, user, nodes, numbers, ending)))
                        .toList();

        for (int i = 0; i < REPLACEMENTS; i++) {
            service.replace(null);
            service.replace(allocator());
        }
        ending.set(true);
        users.forEach(CompletableFuture::join);

        assertThat(nodes).isEmpty();
        assertThat(numbers).isEmpty();
        assertThat(ids.nodes().loans()).isEmpty();
        assertThat(ids.buffers().loans()).isEmpty();
        assertThat(ids.buffers().available()).isEqualTo(buffers);
    }

    private static void use(
            Ids ids, int user, Set<Integer> nodes, Set<Integer> numbers, AtomicBoolean ending) {
        Random random = new Random(user);
        String owner = "user " + user;
        Deque<Integer> ownNodes = new ArrayDeque<>();
        Deque<IdRange> ownBuffers = new ArrayDeque<>();
        while (!ending.get() || !ownNodes.isEmpty() || !ownBuffers.isEmpty()) {
            if (!ending.get() && ownNodes.size() < MOST_HELD && random.nextBoolean()) {
                int node = ids.nodes().allocate(owner);
                assertThat(nodes.add(node)).as("node %s", node).isTrue();
                ownNodes.add(node);
                IdRange range = ids.buffers().allocate(1 + random.nextInt(3), owner);
                range.ids().forEach(id -> assertThat(numbers.add(id)).as("%s", id).isTrue());
                ownBuffers.add(range);
            } else if (!ownNodes.isEmpty()) {
                int node = ownNodes.remove();
                nodes.remove(node);
                assertThat(ids.nodes().free(node)).isTrue();
                IdRange range = ownBuffers.remove();
                range.ids().forEach(numbers::remove);
                ids.buffers().free(range, owner);
            }
        }
    }

    @Test
    void whatIsOnLoanIsKnownToTheNextAllocator() {
        service.replace(allocator());
        Ids ids = allocators.open(LAYOUT);
        int node = ids.nodes().allocate("one");
        IdRange buses = ids.controlBuses().allocate(3, "one");
        IdRange freed = ids.audioBuses().allocate(2, "other");

        service.replace(null);
        ids.audioBuses().free(freed);
        service.replace(allocator());

        assertThat(ids.nodes().owner(node)).contains("one");
        assertThat(ids.nodes().allocate("one")).isEqualTo(node + 1);
        assertThat(ids.controlBuses().allocate(1, "one").first()).isEqualTo(buses.last() + 1);
        assertThat(ids.audioBuses().loans()).isEmpty();
    }
}
