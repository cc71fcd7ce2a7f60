package org.scaena.server.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.scaena.buffer.Buffer;
import org.scaena.ledger.BufferEntry;
import org.scaena.ledger.BusEntry;
import org.scaena.ledger.HoldingsEntry;
import org.scaena.ledger.NodeEntry;
import org.scaena.node.Placement;
import org.scaena.osc.OscTimeTag;

/** Gives a new server what one that has died had: buffers first, then buses, then nodes. */
final class Remaking {

    private static final Duration ALONE_LIMIT = Duration.ofSeconds(2);

    /** Sound files of any size, from a slow disk. */
    private static final Duration BUFFERS_LIMIT = Duration.ofSeconds(60);

    private final LiveClient client;
    private final HoldingsEntry before;
    private final Culprits culprits;
    private final List<String> failures = new ArrayList<>();

    /** New ids of nodes whose old ones can't be had. */
    private final Map<Integer, Integer> ids = new HashMap<>();

    /** Where nodes were that are not made again. */
    private final Map<Integer, Placement> gaps = new HashMap<>();

    Remaking(LiveClient client, HoldingsEntry before, Culprits culprits) {
        this.culprits = culprits;
        this.client = client;
        this.before = before;
    }

    /**
     * Makes everything again; blocks until the buffers are there, as what plays them is made next.
     *
     * @param hasDefinition whether the server has a definition of this name
     * @return what could not be made, for people
     */
    List<String> run(Predicate<String> hasDefinition) {
        Map<BufferEntry, Buffer> buffers = new HashMap<>();
        for (BufferEntry entry : before.buffers()) {
            client.buffers()
                    .makeAgain(entry)
                    .ifPresentOrElse(buffer -> buffers.put(entry, buffer), () -> failed(entry));
        }
        for (BusEntry entry : before.buses()) {
            if (!client.buses().takeAgain(entry)) {
                failures.add("bus '%s' of %s".formatted(entry.key(), entry.owner()));
            }
        }
        await(buffers);
        client.session()
                .at(
                        OscTimeTag.IMMEDIATELY,
                        () -> before.nodes().forEach(entry -> node(entry, hasDefinition)));
        before.nodes().stream().filter(this::isSuspect).forEach(this::alone);
        client.ids().nodes().restoreLiving(ids.values().stream().mapToInt(id -> id), Owners.HOST);
        return failures;
    }

    private void failed(BufferEntry entry) {
        failures.add("buffer '%s' of %s".formatted(entry.key(), entry.owner()));
    }

    private void await(Map<BufferEntry, Buffer> buffers) {
        CompletableFuture<?>[] ready =
                buffers.values().stream()
                        .map(buffer -> buffer.ready().handle((there, failure) -> there))
                        .toArray(CompletableFuture<?>[]::new);
        Patience.isDoneWithin(CompletableFuture.allOf(ready), BUFFERS_LIMIT);
        buffers.forEach(
                (entry, buffer) -> {
                    if (!buffer.info().isAllocated()) {
                        failed(entry);
                    }
                });
    }

    private boolean isSuspect(NodeEntry entry) {
        return entry.defName().filter(culprits::isSuspect).isPresent();
    }

    /**
     * What may have crashed the last server is made by itself: if it does so again, it is known.
     */
    private void alone(NodeEntry entry) {
        gaps.remove(entry.id());
        make(entry);
        client.session().sync().await(ALONE_LIMIT);
        entry.defName().ifPresent(culprits::acquit);
    }

    private void node(NodeEntry entry, Predicate<String> hasDefinition) {
        if (isSuspect(entry)) {
            gaps.put(entry.id(), entry.placement());
        } else if (!entry.defName().stream().allMatch(hasDefinition)) {
            failures.add(
                    "synth '%s' of %s, without its definition"
                            .formatted(entry.key(), entry.owner()));
            gaps.put(entry.id(), entry.placement());
        } else {
            make(entry);
        }
    }

    private void make(NodeEntry entry) {
        int id =
                client.ids().nodes().restore(entry.id(), entry.owner())
                        ? entry.id()
                        : client.ids().nodes().allocate(entry.owner());
        ids.put(entry.id(), id);
        client.nodes().makeAgain(entry, id, placement(entry.placement()));
    }

    private Placement placement(Placement former) {
        Placement now = former;
        while (gaps.containsKey(now.target())) {
            now = gaps.get(now.target());
        }
        return new Placement(now.action(), ids.getOrDefault(now.target(), now.target()));
    }
}
