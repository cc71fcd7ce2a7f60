package org.scaena.osc.internal;

import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.scaena.osc.OscBundle;
import org.scaena.osc.OscMessage;
import org.scaena.osc.OscPacing;
import org.scaena.osc.OscPacket;

/**
 * Lets flat packets out in order, as fast as the peer takes them.
 *
 * <p>For one thread at a time: the one that has the right to transmit.
 */
final class Outlet {

    private final OscPacing pacing;
    private final ToIntFunction<OscPacket> size;
    private final Window window;
    private final Schedule schedule;
    private final Transmitter transmitter;
    private final LinkCounters counters;
    private volatile boolean keepsHeld;

    Outlet(
            OscPacing pacing,
            ToIntFunction<OscPacket> size,
            Window window,
            Schedule schedule,
            Transmitter transmitter,
            LinkCounters counters) {
        this.pacing = pacing;
        this.size = size;
        this.window = window;
        this.schedule = schedule;
        this.transmitter = transmitter;
        this.counters = counters;
    }

    /** Whether {@link #sendNow} may be tried with this packet. */
    boolean isForNow(OscPacket packet) {
        return Flat.isFlat(packet)
                && !(packet instanceof OscBundle bundle && schedule.isForLater(bundle));
    }

    /** Sends a packet if that needs no waiting. */
    boolean sendNow(OscPacket packet) {
        int bytes = pacing.bufferBytes(size.applyAsInt(packet));
        int notices = notices(packet);
        if (!window.admits(bytes, notices)) {
            return false;
        }
        transmit(packet, bytes, notices);
        return true;
    }

    /** Sends a packet when the peer can take it, or holds a bundle that has time. */
    void send(OscPacket packet) {
        if (packet instanceof OscBundle bundle && schedule.isForLater(bundle)) {
            if (schedule.takesPlace(bundle)) {
                sendWhenAdmitted(bundle, 0);
            }
        } else {
            sendWhenAdmitted(packet, notices(packet));
        }
    }

    /** Sends the held bundles whose time has come near. */
    void sendHeld() {
        @Nullable OscBundle next = schedule.next();
        while (next != null) {
            sendWhenAdmitted(next, 0);
            next = schedule.next();
        }
    }

    /** At the end the held bundles are left to another link. */
    void keepHeld() {
        keepsHeld = true;
    }

    /** Sends the held bundles without waiting for their time, as far as the peer keeps them. */
    void sendHeldAtOnce() {
        if (keepsHeld) {
            return;
        }
        schedule.farewell().forEach(bundle -> sendWhenAdmitted(bundle, 0));
        int lost = schedule.held();
        for (int i = 0; i < lost; i++) {
            transmitter.report("the link was closed long before the bundle was due");
        }
        schedule.clear();
    }

    long nanosUntilHeld() {
        return schedule.nanosUntilNext();
    }

    /** The number of notifications that a flat packet causes. */
    int notices(OscPacket packet) {
        if (packet instanceof OscMessage message) {
            return pacing.notices(message);
        }
        int notices = 0;
        List<OscPacket> elements = ((OscBundle) packet).elements();
        for (int i = 0; i < elements.size(); i++) {
            notices += pacing.notices((OscMessage) elements.get(i));
        }
        return notices;
    }

    private void sendWhenAdmitted(OscPacket packet, int notices) {
        int bytes = pacing.bufferBytes(size.applyAsInt(packet));
        if (!window.admits(bytes, notices)) {
            counters.paused();
            if (window.isUnprobed()) {
                probe();
            }
            for (int round = 0; !window.await(bytes, notices, round); round++) {
                counters.probeRepeated();
                probe();
            }
        }
        transmit(packet, bytes, notices);
    }

    private void transmit(OscPacket packet, int bytes, int notices) {
        window.sent(bytes, notices);
        transmitter.transmit(packet);
        if (clearsSchedule(packet)) {
            schedule.clear();
        }
        if (window.isProbeDue()) {
            probe();
        }
    }

    private void probe() {
        OscMessage shape = pacing.probe(1);
        int number = window.probe(pacing.bufferBytes(size.applyAsInt(shape)));
        transmitter.transmit(pacing.probe(number));
    }

    private boolean clearsSchedule(OscPacket packet) {
        if (packet instanceof OscMessage message) {
            return pacing.clearsSchedule(message);
        }
        return ((OscBundle) packet)
                .elements().stream()
                        .anyMatch(element -> pacing.clearsSchedule((OscMessage) element));
    }
}
