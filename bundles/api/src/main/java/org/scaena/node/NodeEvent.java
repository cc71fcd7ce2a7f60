package org.scaena.node;

/**
 * Something happened to a node.
 *
 * @param kind what
 * @param node where the node is, or was
 */
public record NodeEvent(Kind kind, NodeInfo node) {

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
