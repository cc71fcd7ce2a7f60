package org.scaena.bench;

/**
 * One thing that {@code bin/scaena bench NAME} measures.
 *
 * <p>Named in {@code META-INF/services/org.scaena.bench.Benchmark}. It ends all it has started,
 * also when it fails.
 */
public interface Benchmark {

    /** The word on the command line: one lower-case word. */
    String name();

    /** What it measures, in at most 60 characters. */
    String summary();

    /**
     * Measures, and says what came out. Called once, on the main thread.
     *
     * @throws Exception ends this benchmark; the report then says why, others go on
     */
    void run(Report report) throws Exception;
}
