package org.scaena.server.internal;

import java.util.ArrayList;
import java.util.List;
import org.scaena.osc.OscBundle;
import org.scaena.osc.OscMessage;
import org.scaena.osc.OscPacing;
import org.scaena.osc.OscPacket;
import org.scaena.osc.OscTimeTag;

/**
 * What goes into one bundle: as much as a datagram holds, and as many nodes as scsynth can tell.
 */
final class Part {

    /** What fits a datagram, with some room. */
    private static final int MAX_BYTES = 65_000;

    private static final int BUNDLE_HEAD_BYTES = 16;
    private static final OscPacing PACING = new ScsynthPacing();

    private final List<OscPacket> messages = new ArrayList<>();
    private int bytes = BUNDLE_HEAD_BYTES;
    private int notices;

    /** Takes a message unless it is too much. */
    boolean take(OscMessage message) {
        int allBytes = bytes + PacketSize.ofElement(message);
        int allNotices = notices + PACING.notices(message);
        boolean tooMuch = allBytes > MAX_BYTES || allNotices > PACING.limits().notices();
        if (tooMuch && !messages.isEmpty()) {
            return false;
        }
        messages.add(message);
        bytes = allBytes;
        notices = allNotices;
        return true;
    }

    OscBundle at(OscTimeTag time) {
        return new OscBundle(time, messages);
    }
}
