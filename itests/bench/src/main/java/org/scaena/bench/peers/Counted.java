package org.scaena.bench.peers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.scaena.bench.Measure;
import org.scaena.bench.Rounds;
import org.scaena.bench.Samples;

/**
 * A rate, and what must not happen while it is had.
 *
 * @param rates things per second
 * @param faults how many went wrong in each round, by the word for what
 */
record Counted(Samples rates, Map<String, Samples> faults) {

    private static final int NODES = 500;
    private static final int PER_SYNC = 50;
    private static final int BUSES = 4000;
    private static final int PER_ANSWER = 1000;

    /** Synths made and freed at once, every notification counted. */
    static Map<String, Counted> synths(List<Contender> contenders, Rounds rounds) throws Exception {
        return measure(contenders, rounds, List.of("lost", "disorder"), Counted::synths);
    }

    /** A flood of bus values, read back after it. */
    static Map<String, Counted> buses(List<Contender> contenders, Rounds rounds) throws Exception {
        return measure(contenders, rounds, List.of("lost"), Counted::buses);
    }

    @FunctionalInterface
    private interface Trial {
        /** The rate, and how many went wrong. */
        double run(Contender contender, Map<String, List<Double>> faults) throws Exception;
    }

    private static double synths(Contender contender, Map<String, List<Double>> faults)
            throws Exception {
        Tally tally = new Tally();
        double rate =
                Measure.perSecond(
                                NODES,
                                () -> {
                                    for (int i = 0; i < NODES / PER_SYNC; i++) {
                                        tally.expect(PER_SYNC);
                                        contender.play(PER_SYNC, tally);
                                    }
                                })
                        .once();
        tally.await();
        faults.get("lost").add((double) tally.lost());
        faults.get("disorder").add((double) tally.disorder());
        return rate;
    }

    private static double buses(Contender contender, Map<String, List<Double>> faults)
            throws Exception {
        float offset = faults.get("lost").size() + 0.25f;
        double rate =
                Measure.perSecond(
                                BUSES,
                                () -> {
                                    for (int bus = 0; bus < BUSES; bus++) {
                                        contender.setBus(bus, bus + offset);
                                    }
                                    contender.sync();
                                })
                        .once();
        int lost = 0;
        for (int first = 0; first < BUSES; first += PER_ANSWER) {
            float[] values = contender.buses(first, PER_ANSWER);
            for (int i = 0; i < PER_ANSWER; i++) {
                lost += values[i] == first + i + offset ? 0 : 1;
            }
        }
        faults.get("lost").add((double) lost);
        return rate;
    }

    private static Map<String, Counted> measure(
            List<Contender> contenders, Rounds rounds, List<String> words, Trial trial)
            throws Exception {
        Map<String, Map<String, List<Double>>> faults = new LinkedHashMap<>();
        Map<String, Measure> measures = new LinkedHashMap<>();
        Endurance endurance = new Endurance();
        for (Contender contender : contenders) {
            Map<String, List<Double>> mine = new LinkedHashMap<>();
            words.forEach(word -> mine.put(word, new ArrayList<>()));
            faults.put(contender.name(), mine);
            measures.put(
                    contender.name(),
                    endurance.of(contender.name(), () -> trial.run(contender, mine)));
        }
        Map<String, Counted> results = new LinkedHashMap<>();
        rounds.inTurn(measures)
                .forEach(
                        (name, rates) -> {
                            Map<String, Samples> counts = new LinkedHashMap<>();
                            faults.get(name)
                                    .forEach((word, all) -> counts.put(word, Samples.of(all)));
                            results.put(name, new Counted(rates, counts));
                        });
        return results;
    }
}
