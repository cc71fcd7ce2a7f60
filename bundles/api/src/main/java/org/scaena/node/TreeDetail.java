package org.scaena.node;

/** How much of a tree is asked for. Source: Server Command Reference, {@code /g_queryTree}. */
public enum TreeDetail {
    /** The nodes and their order. */
    WITHOUT_CONTROLS,
    /** The nodes, their order, and the controls of the synths. */
    WITH_CONTROLS;

    /** The flag on the wire, 0 or 1. */
    public int flag() {
        return ordinal();
    }
}
