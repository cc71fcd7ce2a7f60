package org.scaena.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was asked for.
 *
 * @param benchmarks to be run, in this order
 * @param json where the figures go for programs
 * @param page the folder of the page that tells all results, if all are asked for
 */
record Order(List<Benchmark> benchmarks, Optional<Path> json, Optional<Path> page) {

    /** Names the folder of the page. */
    private static final String PAGE = "scaena.bench.page";

    /** Reads {@code [--json FILE] NAME…}; no name means all. */
    static Order of(String[] arguments, List<Benchmark> all) {
        List<Benchmark> chosen = new ArrayList<>();
        Optional<Path> json = Optional.empty();
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].equals("--json")) {
                json = Optional.of(Path.of(arguments[++i]));
            } else {
                chosen.add(named(arguments[i], all));
            }
        }
        if (!chosen.isEmpty()) {
            return new Order(List.copyOf(chosen), json, Optional.empty());
        }
        return new Order(all, json, Optional.ofNullable(System.getProperty(PAGE)).map(Path::of));
    }

    private static Benchmark named(String name, List<Benchmark> all) {
        return all.stream()
                .filter(benchmark -> benchmark.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "there is no benchmark '%s'; there are: %s"
                                                .formatted(
                                                        name,
                                                        all.stream()
                                                                .map(Benchmark::name)
                                                                .toList())));
    }
}
