package org.scaena.server.internal;

import java.util.stream.IntStream;
import org.scaena.osc.OscMessage;

/** Which nodes a command speaks of. */
final class NodeNumbers {

    /** Stands for the node made last, by whomever. */
    static final int LAST_MADE = -1;

    private NodeNumbers() {}

    /** The nodes that {@code /s_new}, {@code /g_new} and their like make. */
    static IntStream made(OscMessage message) {
        if (message.address().contains("s_new")) {
            return message.size() > 1 ? IntStream.of(message.intAt(1)) : IntStream.empty();
        }
        return IntStream.iterate(0, at -> at < message.size(), at -> at + 3).map(message::intAt);
    }

    static IllegalArgumentException unclear(OscMessage message) {
        return new IllegalArgumentException(
                "%s: give the id of the node, as a way to it or −1 may lead to one that crashes scsynth"
                        .formatted(message.address()));
    }
}
