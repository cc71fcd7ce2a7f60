package org.scaena.osc.internal;

import java.util.OptionalInt;
import org.scaena.osc.OscMessage;
import org.scaena.osc.OscPacing;

/** A peer of which nothing is known: everything goes at once, by itself. */
final class Unpaced implements OscPacing {

    private static final Limits LIMITS =
            new Limits(0, Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE);

    @Override
    public Limits limits() {
        return LIMITS;
    }

    @Override
    public int bufferBytes(int datagramBytes) {
        return 0;
    }

    @Override
    public int notices(OscMessage message) {
        return 0;
    }

    @Override
    public boolean joins(OscMessage message) {
        return false;
    }

    @Override
    public boolean clearsSchedule(OscMessage message) {
        return false;
    }

    @Override
    public OscMessage probe(int number) {
        throw new IllegalStateException("nothing is ever asked of this peer");
    }

    @Override
    public OptionalInt answered(OscMessage message) {
        return OptionalInt.empty();
    }
}
