package org.scaena.server.internal;

import java.util.ArrayList;
import java.util.List;
import org.scaena.command.Reply;
import org.scaena.osc.OscBundle;
import org.scaena.osc.OscMessage;
import org.scaena.osc.OscPacket;
import org.scaena.osc.OscTimeTag;

/** What one thread collects to leave as one bundle; confined to that thread. */
final class Moment {

    /** What fits a datagram, with some room. */
    private static final int MAX_BYTES = 65_000;

    private static final int BUNDLE_HEAD_BYTES = 16;

    private final OscTimeTag time;
    private final List<OscMessage> messages = new ArrayList<>();
    private final List<OscBundle> others = new ArrayList<>();
    private final List<Reply<?>> replies = new ArrayList<>();

    Moment(OscTimeTag time) {
        this.time = time;
    }

    void add(OscPacket packet) {
        if (packet instanceof OscMessage message) {
            messages.add(message);
        } else if (packet instanceof OscBundle bundle) {
            others.add(bundle);
        }
    }

    /** A reply that can come only if this is sent. */
    void promise(Reply<?> reply) {
        replies.add(reply);
    }

    /** Takes over what a moment inside this one has collected. */
    void take(Moment inner) {
        others.addAll(inner.bundles());
        replies.addAll(inner.replies);
    }

    /** Nothing of it will be sent. */
    void drop(Throwable why) {
        replies.forEach(
                reply ->
                        reply.completeExceptionally(
                                new IllegalStateException(
                                        "not sent, as what was to be sent with it failed", why)));
    }

    /**
     * One bundle of all messages, or several of one time if they exceed a datagram; behind them
     * bundles of other times. Never one that mixes messages and bundles: scsynth miscopies those.
     */
    List<OscBundle> bundles() {
        List<OscBundle> bundles = new ArrayList<>();
        List<OscPacket> part = new ArrayList<>();
        int bytes = BUNDLE_HEAD_BYTES;
        for (OscMessage message : messages) {
            int more = PacketSize.ofElement(message);
            if (bytes + more > MAX_BYTES && !part.isEmpty()) {
                bundles.add(new OscBundle(time, part));
                part = new ArrayList<>();
                bytes = BUNDLE_HEAD_BYTES;
            }
            part.add(message);
            bytes += more;
        }
        if (!part.isEmpty()) {
            bundles.add(new OscBundle(time, part));
        }
        bundles.addAll(others);
        return bundles;
    }
}
