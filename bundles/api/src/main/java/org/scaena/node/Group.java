package org.scaena.node;

import org.osgi.annotation.versioning.ProviderType;
import org.scaena.command.Reply;

/** A group of nodes. */
@ProviderType
public non-sealed interface Group extends Node {

    /** Completes when the server has made it; fails with the server's words if it does not. */
    Reply<Group> started();

    /** Whether its nodes may run side by side; scsynth runs them one after the other even so. */
    boolean isParallel();

    /** Moves nodes to the head, in such an order that the last of them comes first. */
    void moveNodeToHead(Node... nodes);

    /** Moves nodes to the tail, in their order. */
    void moveNodeToTail(Node... nodes);

    /** Ends everything inside. */
    void freeAll();

    /** Ends all synths inside, also within inner groups; the groups stay. */
    void deepFree();

    /** What is known of it and of everything inside now, without asking. */
    @Override
    GroupSnapshot snapshot();

    /** Asks the server for everything inside, controls included; complete for any size. */
    default Reply<GroupSnapshot> queryTree() {
        return queryTree(TreeDetail.WITH_CONTROLS);
    }

    /** Asks the server for everything inside; complete for any size. */
    Reply<GroupSnapshot> queryTree(TreeDetail detail);

    /** Lets the server print everything inside. */
    void dumpTree(TreeDetail detail);
}
