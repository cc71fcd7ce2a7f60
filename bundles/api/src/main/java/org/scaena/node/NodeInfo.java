package org.scaena.node;

import java.util.OptionalInt;
import org.scaena.osc.OscMessage;

/**
 * Where a node is, as {@code /n_info} and the node notifications tell it.
 *
 * @param id the node id
 * @param parent the id of its group, or −1
 * @param previous the id of the node before it, or −1
 * @param next the id of the node behind it, or −1
 * @param group whether it is a group
 * @param head the id of a group's first node, or −1
 * @param tail the id of a group's last node, or −1
 */
public record NodeInfo(
        int id, int parent, int previous, int next, boolean group, int head, int tail) {

    /** Reads the arguments of {@code /n_go}, {@code /n_info} and their like. */
    public static NodeInfo of(OscMessage message) {
        boolean group = message.intAt(4) == 1;
        return new NodeInfo(
                message.intAt(0),
                message.intAt(1),
                message.intAt(2),
                message.intAt(3),
                group,
                group ? message.intAt(5) : -1,
                group ? message.intAt(6) : -1);
    }

    /** The group it is in; empty for the root and for nodes that have ended with their group. */
    public OptionalInt parentGroup() {
        return parent >= 0 ? OptionalInt.of(parent) : OptionalInt.empty();
    }
}
