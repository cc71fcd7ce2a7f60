package org.scaena.nodetree.internal;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.scaena.node.NodeInfo;
import org.scaena.osc.OscMessage;

/**
 * What scsynth tells every login about a node.
 *
 * @param kind what happened
 * @param node where the node is now, or was when it ended
 */
record Notice(Kind kind, NodeInfo node) {

    /** The notifications of the Server Command Reference. */
    enum Kind {
        GO("/n_go"),
        END("/n_end"),
        MOVE("/n_move"),
        ON("/n_on"),
        OFF("/n_off"),
        INFO("/n_info");

        private static final Map<String, Kind> BY_ADDRESS =
                Arrays.stream(values())
                        .collect(Collectors.toMap(kind -> kind.address, Function.identity()));

        private final String address;

        Kind(String address) {
            this.address = address;
        }
    }

    /** Reads a message; null if it is no node notification. */
    static @Nullable Notice of(OscMessage message) {
        Kind kind = Kind.BY_ADDRESS.get(message.address());
        return kind == null ? null : new Notice(kind, NodeInfo.of(message));
    }
}
