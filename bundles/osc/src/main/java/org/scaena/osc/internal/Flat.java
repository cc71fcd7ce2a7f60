package org.scaena.osc.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.scaena.osc.OscBundle;
import org.scaena.osc.OscMessage;
import org.scaena.osc.OscPacket;

/**
 * Takes nested bundles apart into messages and bundles of messages.
 *
 * <p>scsynth runs the messages of a bundle that holds both kinds as rubbish. It lets every inner
 * bundle keep its own time and ignores the outer one's, so nothing changes when they are sent one
 * after the other.
 */
final class Flat {

    private Flat() {}

    /** Gives the packet if it is flat, or in its stead several that are, in order. */
    static void split(OscPacket packet, Consumer<OscPacket> sink) {
        if (isFlat(packet)) {
            sink.accept(packet);
        } else {
            splitNested((OscBundle) packet, sink);
        }
    }

    /** Whether this is a message or a bundle of nothing but messages. */
    static boolean isFlat(OscPacket packet) {
        if (packet instanceof OscBundle bundle) {
            List<OscPacket> elements = bundle.elements();
            for (int i = 0; i < elements.size(); i++) {
                if (elements.get(i) instanceof OscBundle) {
                    return false;
                }
            }
        }
        return true;
    }

    private static void splitNested(OscBundle bundle, Consumer<OscPacket> sink) {
        List<OscPacket> messages = new ArrayList<>();
        for (OscPacket element : bundle.elements()) {
            if (element instanceof OscMessage) {
                messages.add(element);
            } else {
                flush(bundle, messages, sink);
                split(element, sink);
            }
        }
        flush(bundle, messages, sink);
    }

    private static void flush(
            OscBundle bundle, List<OscPacket> messages, Consumer<OscPacket> sink) {
        if (!messages.isEmpty()) {
            sink.accept(new OscBundle(bundle.time(), messages));
            messages.clear();
        }
    }
}
