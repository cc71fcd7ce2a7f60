package org.scaena.node;

/** A node as it was at one moment. */
public sealed interface NodeSnapshot permits GroupSnapshot, SynthSnapshot {

    /** The node id; negative if the server chose it. */
    int id();

    /** Whether it was running, as far as is known. */
    NodeState state();
}
