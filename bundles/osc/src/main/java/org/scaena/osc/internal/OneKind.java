package org.scaena.osc.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.scaena.osc.OscBundle;
import org.scaena.osc.OscMessage;
import org.scaena.osc.OscPacket;

/**
 * Takes bundles apart that hold both messages and bundles.
 *
 * <p>scsynth runs the messages of such a bundle as rubbish. It lets every inner bundle keep its own
 * time and ignores the outer one's, so nothing changes when they are sent one after the other.
 */
final class OneKind {

    private OneKind() {}

    /** Gives a packet that is safe to send, or in its stead several that are, in order. */
    static void split(OscPacket packet, Consumer<OscPacket> sink) {
        if (packet instanceof OscBundle bundle && isMixed(bundle)) {
            splitMixed(bundle, sink);
        } else {
            sink.accept(packet);
        }
    }

    private static void splitMixed(OscBundle bundle, Consumer<OscPacket> sink) {
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

    /** Whether this bundle or one inside it holds both kinds. */
    private static boolean isMixed(OscBundle bundle) {
        boolean messages = false;
        boolean bundles = false;
        List<OscPacket> elements = bundle.elements();
        for (int i = 0; i < elements.size(); i++) {
            if (elements.get(i) instanceof OscBundle inner) {
                bundles = true;
                if (isMixed(inner)) {
                    return true;
                }
            } else {
                messages = true;
            }
        }
        return messages && bundles;
    }
}
