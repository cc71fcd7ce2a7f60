package org.scaena.bench;

/** Something that can be measured again and again. */
@FunctionalInterface
public interface Measure {

    /** Measures once, and gives what came out in the unit of the line. */
    double once() throws Exception;

    /** Work of which the time counts. */
    @FunctionalInterface
    interface Work {
        /** Does it once. */
        void run() throws Exception;
    }

    /** How long the work takes, in µs. */
    static Measure microseconds(Work work) {
        return nanoseconds(work, 1e3);
    }

    /** How long the work takes, in ms. */
    static Measure milliseconds(Work work) {
        return nanoseconds(work, 1e6);
    }

    /** How many of these many things are done in a second. */
    static Measure perSecond(long things, Work work) {
        Measure seconds = nanoseconds(work, 1e9);
        return () -> things / seconds.once();
    }

    private static Measure nanoseconds(Work work, double perUnit) {
        return () -> {
            long start = System.nanoTime();
            work.run();
            return (System.nanoTime() - start) / perUnit;
        };
    }
}
