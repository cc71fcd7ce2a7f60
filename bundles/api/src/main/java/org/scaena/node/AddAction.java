package org.scaena.node;

/** Where a node goes, in relation to another. Source: Server Command Reference, {@code /s_new}. */
public enum AddAction {
    /** To the head of a group. */
    ADD_TO_HEAD,
    /** To the tail of a group. */
    ADD_TO_TAIL,
    /** Just before a node. */
    ADD_BEFORE,
    /** Just after a node. */
    ADD_AFTER,
    /** In place of a node, which ends. */
    ADD_REPLACE;

    /** The number on the wire, 0…4. */
    public int number() {
        return ordinal();
    }
}
