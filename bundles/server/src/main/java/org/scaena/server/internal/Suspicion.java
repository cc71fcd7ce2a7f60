package org.scaena.server.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.scaena.catalogue.NodeCommands;
import org.scaena.command.ServerException;
import org.scaena.command.Subscription;
import org.scaena.node.NodeSnapshot;
import org.scaena.node.SynthSnapshot;
import org.scaena.process.ManagedProcess;
import org.scaena.server.BadSound;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out which synth a bad sound comes from, on a thread for plugins.
 *
 * <p>scsynth traces a synth in its output: the values of each unit in one block. A unit that makes
 * NaN or infinity of numbers is where it comes from. What is loud or constant has no such place,
 * and servers that were not started here print elsewhere: there the synth that began last is named.
 */
final class Suspicion {

    /** Each trace is some lines printed by the audio thread. */
    private static final int MOST_TRACES = 32;

    private static final Duration LIMIT = Duration.ofMillis(300);
    private static final Duration LIMIT_OF_ALL = Duration.ofSeconds(1);
    private static final Logger LOG = LoggerFactory.getLogger(Suspicion.class);

    private final ServerRun run;
    private final Newest newest;

    Suspicion(ServerRun run, Newest newest) {
        this.run = run;
        this.newest = newest;
    }

    Optional<Suspect> of(BadSound why) {
        awaitNews();
        List<SynthSnapshot> synths = newestFirst();
        boolean traceable = why == BadSound.NOT_A_NUMBER || why == BadSound.INFINITE;
        Optional<Suspect> proved =
                traceable ? run.process().flatMap(own -> traced(own, synths)) : Optional.empty();
        return proved.or(
                () -> synths.stream().findFirst().map(last -> new Suspect(last, Optional.empty())));
    }

    /** scsynth sends what synths say before it tells of those that began in the same period. */
    private void awaitNews() {
        try {
            run.session().sync().await(LIMIT);
        } catch (ServerException busy) {
            LOG.debug("the newest synths may not be known", busy);
        }
    }

    /**
     * All that play, but for the guard: those whose age is known, then from the end of the tree.
     */
    private List<SynthSnapshot> newestFirst() {
        Map<Integer, SynthSnapshot> playing = new LinkedHashMap<>();
        List<SynthSnapshot> order = new ArrayList<>();
        run.tree()
                .snapshot()
                .nodes()
                .filter(SynthSnapshot.class::isInstance)
                .filter(node -> !OutputGuard.isGuard(node))
                .map(SynthSnapshot.class::cast)
                .forEach(order::add);
        Collections.reverse(order);
        newest.ids().forEach(id -> order.stream().filter(has(id)).forEach(s -> playing.put(id, s)));
        order.forEach(synth -> playing.putIfAbsent(synth.id(), synth));
        return List.copyOf(playing.values());
    }

    private static Predicate<NodeSnapshot> has(int id) {
        return node -> node.id() == id;
    }

    private Optional<Suspect> traced(ManagedProcess process, List<SynthSnapshot> synths) {
        long begin = System.nanoTime();
        for (SynthSnapshot synth : synths.subList(0, Math.min(MOST_TRACES, synths.size()))) {
            if (System.nanoTime() - begin > LIMIT_OF_ALL.toNanos()) {
                break;
            }
            Trace trace = new Trace(synth.id());
            Subscription reading = process.listen(line -> trace.line(line.text()));
            try {
                run.session().request(NodeCommands.trace(synth.id())); // it may have ended
                Optional<String> unit = trace.culprit(LIMIT);
                if (unit.isPresent()) {
                    return Optional.of(new Suspect(synth, unit));
                }
            } catch (ServerException gone) {
                LOG.debug("synth {} could not be traced", synth.id(), gone);
            } finally {
                reading.close();
            }
        }
        return Optional.empty();
    }
}
