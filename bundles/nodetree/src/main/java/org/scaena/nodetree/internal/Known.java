package org.scaena.nodetree.internal;

import org.scaena.node.NodeInfo;
import org.scaena.node.NodeSnapshot;
import org.scaena.node.NodeState;
import org.scaena.node.SynthSnapshot;

/** What a mirror knows beyond what the server tells in a query. */
interface Known {

    /** What is known about a node's life. */
    NodeState state(int id);

    /** A synth with its definition and controls, if they are known here but were not told. */
    SynthSnapshot completed(SynthSnapshot synth);

    /** A node of which only the place was told, without what is in it. */
    NodeSnapshot outline(NodeInfo info);
}
