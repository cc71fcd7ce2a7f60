package org.scaena.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How often something is measured.
 *
 * @param warmUps rounds before, which do not count; 0 or more
 * @param count rounds that count; 1 or more
 */
public record Rounds(int warmUps, int count) {

    public Rounds {
        if (warmUps < 0 || count < 1) {
            throw new IllegalArgumentException(
                    "%d rounds after %d to warm up: one at least must count"
                            .formatted(count, warmUps));
        }
    }

    /** Measures one thing. */
    public Samples of(Measure measure) throws Exception {
        return inTurn(Map.of("it", measure)).get("it");
    }

    /**
     * Measures several contenders beside each other: in each round every one of them once, so that
     * what else the machine does meets all alike.
     *
     * @return without the rounds in which NaN came out, and without contenders that have none else
     */
    public <K> Map<K, Samples> inTurn(Map<K, Measure> contenders) throws Exception {
        Map<K, List<Double>> values = new LinkedHashMap<>();
        contenders.keySet().forEach(key -> values.put(key, new ArrayList<>()));
        for (int round = 0; round < warmUps + count; round++) {
            for (Map.Entry<K, Measure> contender : contenders.entrySet()) {
                double value = contender.getValue().once();
                if (round >= warmUps && !Double.isNaN(value)) {
                    values.get(contender.getKey()).add(value);
                }
            }
        }
        Map<K, Samples> samples = new LinkedHashMap<>();
        values.forEach(
                (key, list) -> {
                    if (!list.isEmpty()) {
                        samples.put(key, Samples.of(list));
                    }
                });
        return samples;
    }
}
