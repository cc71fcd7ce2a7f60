package org.scaena.node;

/**
 * A place in the tree.
 *
 * @param action in which relation
 * @param target the id of the group or node to which the action refers
 */
public record Placement(AddAction action, int target) {

    /** At the head of a group. */
    public static Placement addToHead(Group group) {
        return new Placement(AddAction.ADD_TO_HEAD, group.id());
    }

    /** At the tail of a group. */
    public static Placement addToTail(Group group) {
        return new Placement(AddAction.ADD_TO_TAIL, group.id());
    }

    /** Just before a node. */
    public static Placement addBefore(Node node) {
        return new Placement(AddAction.ADD_BEFORE, node.id());
    }

    /** Just after a node. */
    public static Placement addAfter(Node node) {
        return new Placement(AddAction.ADD_AFTER, node.id());
    }

    /** In place of a node, which ends. */
    public static Placement addReplace(Node node) {
        return new Placement(AddAction.ADD_REPLACE, node.id());
    }
}
