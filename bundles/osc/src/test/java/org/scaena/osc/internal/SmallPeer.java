package org.scaena.osc.internal;

import java.util.OptionalInt;
import org.scaena.osc.OscMessage;
import org.scaena.osc.OscPacing;

/**
 * The pacing of a peer with little room: 1,000 bytes, 10 notices, 4 bundles.
 *
 * <p>{@code /new} causes one notice, {@code /alone} must not be joined, {@code /forget} empties the
 * schedule, {@code /probe} is answered by {@code /probed}.
 */
final class SmallPeer implements OscPacing {

    static final int PLACES = 4;

    private static final Limits LIMITS = new Limits(200, 1_000, 10, PLACES);

    @Override
    public Limits limits() {
        return LIMITS;
    }

    @Override
    public int bufferBytes(int datagramBytes) {
        return 100 + datagramBytes;
    }

    @Override
    public int notices(OscMessage message) {
        return message.address().equals("/new") ? 1 : 0;
    }

    @Override
    public boolean joins(OscMessage message) {
        return !message.address().equals("/alone");
    }

    @Override
    public boolean clearsSchedule(OscMessage message) {
        return message.address().equals("/forget");
    }

    @Override
    public OscMessage probe(int number) {
        return OscMessage.of("/probe", number);
    }

    @Override
    public OptionalInt answered(OscMessage message) {
        return message.address().equals("/probed")
                ? OptionalInt.of(message.intAt(0))
                : OptionalInt.empty();
    }
}
