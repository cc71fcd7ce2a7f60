package org.scaena.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;

/** What {@code bin/scaena bench} starts; the command has checked names and options before. */
public final class Main {

    private Main() {}

    /**
     * Lists the benchmarks, or runs them one after the other.
     *
     * @param arguments {@code --list}, or as {@link Order} reads them
     */
    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        List<Benchmark> all =
                ServiceLoader.load(Benchmark.class).stream()
                        .map(ServiceLoader.Provider::get)
                        .sorted(Comparator.comparing(Benchmark::name))
                        .toList();
        if (List.of(arguments).contains("--list")) {
            all.forEach(each -> out.printf("%-12s %s%n", each.name(), each.summary()));
            return;
        }
        boolean complete = new Run(out).of(Order.of(arguments, all));
        // What a benchmark left running must not keep the command from ending.
        System.exit(complete ? 0 : 1);
    }
}
