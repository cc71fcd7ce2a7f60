package org.scaena.node;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Hears what happens to nodes; also a whiteboard service.
 *
 * <p>Events of one node come in order, once each, no end before its start. As a service it may have
 * the properties {@value #NODE_ID}, {@value #SUBTREE} and {@value #DEF_NAME}, which narrow what it
 * hears, and {@code server.name}; called in order on a thread for plugins, where a slow listener
 * delays nobody but itself.
 */
@ConsumerType
public interface NodeListener {

    /** Service property: only this node ({@code Integer}). */
    String NODE_ID = "node.id";

    /** Service property: only nodes inside this group, at any depth ({@code Integer}). */
    String SUBTREE = "node.subtree";

    /** Service property: only synths of this definition ({@code String}). */
    String DEF_NAME = "node.defName";

    /** Something happened. */
    void event(NodeEvent event);
}
