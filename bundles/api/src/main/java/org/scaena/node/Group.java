package org.scaena.node;

import org.osgi.annotation.versioning.ProviderType;
import org.scaena.command.Reply;

/** A group of nodes. */
@ProviderType
public non-sealed interface Group extends Node {

    /** Completes when the server has made it; fails with the server's words if it does not. */
    Reply<Group> started();

    /** Ends everything inside. */
    void freeAll();

    /** Ends all synths inside, also within inner groups; the groups stay. */
    void deepFree();

    /** Asks the server for everything inside. */
    Reply<GroupSnapshot> queryTree();
}
