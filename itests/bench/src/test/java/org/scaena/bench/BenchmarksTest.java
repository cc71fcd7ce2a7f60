package org.scaena.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class BenchmarksTest {

    @Test
    void everyNamedBenchmarkIsThereAndCanBeToldOnOneLine() {
        List<Benchmark> all =
                ServiceLoader.load(Benchmark.class).stream()
                        .map(ServiceLoader.Provider::get)
                        .toList();

        assertThat(all).extracting(Benchmark::name).doesNotHaveDuplicates().contains("host");
        assertThat(all)
                .allMatch(benchmark -> benchmark.name().matches("[a-z]+"))
                .allMatch(benchmark -> benchmark.summary().length() <= 60);
    }

    @Test
    void contendersAreMeasuredInTurnAndTheWarmUpDoesNotCount() throws Exception {
        List<String> order = new ArrayList<>();
        Map<String, Measure> contenders = new LinkedHashMap<>();
        for (String name : List.of("a", "b")) {
            contenders.put(
                    name,
                    () -> {
                        order.add(name);
                        return order.size();
                    });
        }

        Map<String, Samples> samples = new Rounds(1, 2).inTurn(contenders);

        assertThat(order).containsExactly("a", "b", "a", "b", "a", "b");
        assertThat(samples.get("a").values()).containsExactly(3, 5);
        assertThat(samples.get("b").median()).isEqualTo(5);
    }
}
