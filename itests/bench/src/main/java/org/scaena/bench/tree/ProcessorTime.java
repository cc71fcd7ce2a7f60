package org.scaena.bench.tree;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.scaena.bench.Measure;

/** Time of one core that this thread had, which does not depend on what else runs. */
final class ProcessorTime {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private ProcessorTime() {}

    /** How long one of several things takes that the work does, in ns. */
    static Measure nanoseconds(long things, Measure.Work work) {
        return () -> {
            long start = THREADS.getCurrentThreadCpuTime();
            work.run();
            return (double) (THREADS.getCurrentThreadCpuTime() - start) / things;
        };
    }

    /** How many things the work does in a second. */
    static Measure perSecond(long things, Measure.Work work) {
        Measure nanoseconds = nanoseconds(things, work);
        return () -> 1e9 / nanoseconds.once();
    }
}
