package org.scaena.osc.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.scaena.osc.OscPacket;

/** Takes packets out of the queue and lets them out, until the queue is closed and empty. */
final class LinkWriter implements Runnable {

    private final SendQueue queue;
    private final Joiner joiner;
    private final Outlet outlet;
    private final Transmitter transmitter;
    private final Consumer<OscPacket> join;

    LinkWriter(SendQueue queue, Joiner joiner, Outlet outlet, Transmitter transmitter) {
        this.queue = queue;
        this.joiner = joiner;
        this.outlet = outlet;
        this.transmitter = transmitter;
        this.join = joiner::add;
    }

    @Override
    public void run() {
        Deque<OscPacket> packets = queue.take(new ArrayDeque<>(), outlet.nanosUntilHeld());
        while (packets != null) {
            outlet.sendHeld();
            write(packets);
            queue.release();
            packets = queue.take(packets, outlet.nanosUntilHeld());
        }
        outlet.sendHeldAtOnce();
    }

    private void write(Deque<OscPacket> packets) {
        while (!packets.isEmpty()) {
            try {
                Flat.split(packets.remove(), join);
            } catch (RuntimeException | Error failure) {
                transmitter.report(failure.toString());
            }
        }
        joiner.flush();
    }
}
