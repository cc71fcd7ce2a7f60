package org.scaena.osc.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.scaena.osc.OscPacket;
import org.scaena.osc.OscTrace;
import org.scaena.osc.OscTrace.Direction;

/** The last packets of a link. Recording stores three values; the rest is done when one looks. */
final class TraceRing {

    static final int SIZE = 256;

    private final long[] nanoTimes = new long[SIZE];
    private final Direction[] directions = new Direction[SIZE];
    private final OscPacket[] packets = new OscPacket[SIZE];
    private long recorded;

    synchronized void record(Direction direction, OscPacket packet) {
        int slot = (int) (recorded++ % SIZE);
        nanoTimes[slot] = System.nanoTime();
        directions[slot] = direction;
        packets[slot] = packet;
    }

    /** Oldest first. */
    synchronized List<OscTrace> snapshot() {
        Instant now = Instant.now();
        long nanoTime = System.nanoTime();
        List<OscTrace> traces = new ArrayList<>();
        for (long i = Math.max(0, recorded - SIZE); i < recorded; i++) {
            int slot = (int) (i % SIZE);
            Instant time = now.minusNanos(nanoTime - nanoTimes[slot]);
            traces.add(new OscTrace(time, directions[slot], packets[slot]));
        }
        return List.copyOf(traces);
    }
}
