package org.scaena.node;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** Goes through a tree in the order in which its nodes run; however deep, it needs no stack. */
final class NodeWalk implements Iterator<NodeSnapshot> {

    private final Deque<Iterator<? extends NodeSnapshot>> path = new ArrayDeque<>();
    private int depth;

    NodeWalk(GroupSnapshot root) {
        path.push(List.of(root).iterator());
    }

    @Override
    public boolean hasNext() {
        while (!path.isEmpty() && !path.peek().hasNext()) {
            path.pop();
        }
        return !path.isEmpty();
    }

    @Override
    public NodeSnapshot next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        depth = path.size() - 1;
        NodeSnapshot node = path.element().next();
        if (node instanceof GroupSnapshot group) {
            path.push(group.children().iterator());
        }
        return node;
    }

    /** How deep the node lies that came last; the root at 0. */
    int depth() {
        return depth;
    }
}
