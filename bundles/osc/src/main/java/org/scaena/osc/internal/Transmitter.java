package org.scaena.osc.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.Supplier;
import org.scaena.osc.OscCodec;
import org.scaena.osc.OscPacket;
import org.scaena.osc.OscReceiver;
import org.scaena.osc.OscTrace.Direction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Encodes packets and puts them on the wire. For one thread at a time. */
final class Transmitter {

    private static final Logger LOG = LoggerFactory.getLogger(Transmitter.class);

    private final String name;
    private final Wire wire;
    private final Supplier<OscCodec> codec;
    private final LinkCounters counters;
    private final TraceRing trace;
    private final OscReceiver receiver;

    Transmitter(
            String name,
            Wire wire,
            Supplier<OscCodec> codec,
            LinkCounters counters,
            TraceRing trace,
            OscReceiver receiver) {
        this.name = name;
        this.wire = wire;
        this.codec = codec;
        this.counters = counters;
        this.trace = trace;
        this.receiver = receiver;
    }

    /** Sends one packet; whatever goes wrong costs this packet and, over TCP, the connection. */
    void transmit(OscPacket packet) {
        try {
            OscCodec current = codec.get();
            ByteBuffer target = wire.prepare(current.size(packet));
            int start = target.position();
            current.encode(packet, target);
            int bytes = target.position() - start;
            trace.record(Direction.OUT, packet);
            tell(target, start, bytes);
            wire.transmit();
            counters.sent(bytes);
        } catch (IOException failure) {
            report(failure.toString());
            if (!wire.outlivesErrors()) {
                Quietly.close(wire);
            }
        } catch (RuntimeException | Error failure) {
            report("the codec failed: " + failure);
        }
    }

    /** What a receiver throws costs no packet. */
    private void tell(ByteBuffer packet, int offset, int bytes) {
        try {
            receiver.sent(packet, offset, bytes);
        } catch (RuntimeException | Error failure) {
            long count = counters.receiverError();
            if (LinkCounters.isWorthALine(count)) {
                LOG.error("{}: the receiver threw ({} so far)", name, count, failure);
            }
        }
    }

    /** Counts a packet that was not sent. */
    void report(String why) {
        long count = counters.sendErrors(1);
        if (LinkCounters.isWorthALine(count)) {
            LOG.warn("{}: a packet was not sent ({} so far): {}", name, count, why);
        }
    }
}
