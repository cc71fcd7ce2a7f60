package org.scaena.osc.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import org.scaena.osc.OscBundle;
import org.scaena.osc.OscMessage;
import org.scaena.osc.OscPacing;
import org.scaena.osc.OscPacket;
import org.scaena.osc.OscTimeTag;

/**
 * Joins flat packets that follow each other into one bundle, as long as they are for the same time
 * and the pacing lets them.
 */
final class Joiner {

    private static final int BUNDLE_HEAD = 16;

    private final OscPacing pacing;
    private final ToIntFunction<OscPacket> size;
    private final Consumer<OscPacket> sink;
    private final LinkCounters counters;
    private final int maxBytes;
    private final int maxNotices;

    private final List<OscPacket> messages = new ArrayList<>();
    private OscPacket only = OscBundle.of(OscTimeTag.IMMEDIATELY);
    private OscTimeTag time = OscTimeTag.IMMEDIATELY;
    private int packets;
    private int bytes;
    private int notices;

    Joiner(
            OscPacing pacing,
            ToIntFunction<OscPacket> size,
            Consumer<OscPacket> sink,
            LinkCounters counters) {
        this.pacing = pacing;
        this.size = size;
        this.sink = sink;
        this.counters = counters;
        maxBytes = pacing.limits().joinedBytes();
        maxNotices = pacing.limits().notices() / 2;
    }

    /** Takes a flat packet; what cannot be joined with it is passed on before. */
    void add(OscPacket packet) {
        if (maxBytes == 0) {
            sink.accept(packet);
        } else if (packet instanceof OscMessage message) {
            boolean joins = pacing.joins(message);
            makeRoom(
                    joins,
                    OscTimeTag.IMMEDIATELY,
                    Integer.BYTES + size.applyAsInt(message),
                    pacing.notices(message));
            messages.add(message);
            took(packet, joins);
        } else {
            add((OscBundle) packet);
        }
    }

    private void add(OscBundle bundle) {
        List<OscPacket> elements = bundle.elements();
        int moreBytes = 0;
        int moreNotices = 0;
        boolean joins = true;
        for (int i = 0; i < elements.size(); i++) {
            OscMessage message = (OscMessage) elements.get(i);
            moreBytes += Integer.BYTES + size.applyAsInt(message);
            moreNotices += pacing.notices(message);
            joins &= pacing.joins(message);
        }
        makeRoom(joins, bundle.time(), moreBytes, moreNotices);
        messages.addAll(elements);
        took(bundle, joins);
    }

    /** Passes on what is there if so much more does not go with it, and counts it in. */
    private void makeRoom(boolean joins, OscTimeTag packetTime, int moreBytes, int moreNotices) {
        boolean fits =
                joins
                        && packetTime.equals(time)
                        && BUNDLE_HEAD + bytes + moreBytes <= maxBytes
                        && notices + moreNotices <= maxNotices;
        if (!fits) {
            flush();
        }
        time = packetTime;
        bytes += moreBytes;
        notices += moreNotices;
    }

    private void took(OscPacket packet, boolean joins) {
        only = packet;
        packets++;
        if (!joins) {
            flush();
        }
    }

    /** Passes on what is there. */
    void flush() {
        if (packets == 1) {
            sink.accept(only);
        } else if (packets > 1) {
            counters.joined(messages.size());
            sink.accept(new OscBundle(time, messages));
        }
        messages.clear();
        packets = 0;
        bytes = 0;
        notices = 0;
    }
}
