package org.scaena.bench.growth;

/** What this JVM holds that is in use. */
final class Heap {

    private static final int COLLECTIONS = 3;

    private Heap() {}

    /** Bytes, after garbage was collected. */
    static long usedBytes() {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
