package org.scaena.osc.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.scaena.osc.OscCodec;
import org.scaena.osc.OscPacket;
import org.scaena.osc.OscTrace.Direction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes packets out of the queue and transmits them, until the queue is closed and empty. */
final class LinkWriter implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(LinkWriter.class);

    private final String name;
    private final SendQueue queue;
    private final Wire wire;
    private final Supplier<OscCodec> codec;
    private final LinkCounters counters;
    private final TraceRing trace;
    private final Consumer<OscPacket> transmit = this::transmit;

    LinkWriter(
            String name,
            SendQueue queue,
            Wire wire,
            Supplier<OscCodec> codec,
            LinkCounters counters,
            TraceRing trace) {
        this.name = name;
        this.queue = queue;
        this.wire = wire;
        this.codec = codec;
        this.counters = counters;
        this.trace = trace;
    }

    @Override
    public void run() {
        Deque<OscPacket> packets = queue.takeAll(new ArrayDeque<>());
        while (packets != null) {
            while (!packets.isEmpty()) {
                OneKind.split(packets.remove(), transmit);
            }
            packets = queue.takeAll(packets);
        }
    }

    /** Sends one packet; whatever goes wrong costs this packet and, over TCP, the connection. */
    private void transmit(OscPacket packet) {
        try {
            OscCodec current = codec.get();
            ByteBuffer target = wire.prepare(current.size(packet));
            int start = target.position();
            current.encode(packet, target);
            int bytes = target.position() - start;
            trace.record(Direction.OUT, packet);
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

    private void report(String why) {
        long count = counters.sendErrors(1);
        if (LinkCounters.isWorthALine(count)) {
            LOG.warn("{}: a packet was not sent ({} so far): {}", name, count, why);
        }
    }
}
