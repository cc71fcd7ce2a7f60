package org.scaena.node;

import java.util.Optional;

/**
 * Something happened to a node.
 *
 * @param kind what
 * @param node where the node is, or was
 * @param defName a synth's definition, where it is known; known for all that were made here
 */
public record NodeEvent(Kind kind, NodeInfo node, Optional<String> defName) {

    /** What can happen to a node. */
    public enum Kind {
        /** It was made. */
        WENT,
        /** It has ended. */
        ENDED,
        /** It has another place. */
        MOVED,
        /** It was paused. */
        PAUSED,
        /** It runs again. */
        RESUMED
    }
}
