package org.scaena.bench.tree;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.scaena.node.GroupSnapshot;
import org.scaena.node.NodeEvent;
import org.scaena.node.NodeInfo;
import org.scaena.node.NodeSnapshot;
import org.scaena.node.NodeState;
import org.scaena.node.SynthSnapshot;
import org.scaena.osc.OscMessage;

/**
 * A mirror as it is written at once: a map of nodes, each with a list of its children.
 *
 * <p>It believes every notification, asks for nothing, and stays wrong once one was lost.
 */
final class NaiveTree {

    private static final class Node {
        final int id;
        final boolean group;
        final List<Node> children = new ArrayList<>();
        @Nullable Node parent;
        boolean paused;

        Node(int id, boolean group) {
            this.id = id;
            this.group = group;
        }

        void enter(Node into, int previous) {
            int index = 0;
            while (previous >= 0 && into.children.get(index++).id != previous) {
                // the one before is further on
            }
            into.children.add(index, this);
            parent = into;
        }

        void leave() {
            if (parent != null) {
                parent.children.remove(this);
            }
        }

        NodeSnapshot copy() {
            NodeState state = paused ? NodeState.PAUSED : NodeState.PLAYING;
            return group
                    ? new GroupSnapshot(id, state, children.stream().map(Node::copy).toList())
                    : new SynthSnapshot(id, state, Optional.empty(), List.of());
        }
    }

    private final Map<Integer, Node> nodes = new HashMap<>();
    private final Consumer<NodeEvent> listener;

    NaiveTree(Consumer<NodeEvent> listener) {
        this.listener = listener;
        nodes.put(0, new Node(0, true));
    }

    synchronized void notified(OscMessage message) {
        NodeInfo info = NodeInfo.of(message);
        switch (message.address()) {
            case "/n_go" -> {
                Node node = new Node(info.id(), info.group());
                nodes.put(info.id(), node);
                node.enter(node(info.parent()), info.previous());
                tell(NodeEvent.Kind.WENT, info);
            }
            case "/n_end" -> {
                node(info.id()).leave();
                nodes.remove(info.id());
                tell(NodeEvent.Kind.ENDED, info);
            }
            case "/n_move" -> {
                Node node = node(info.id());
                node.leave();
                node.enter(node(info.parent()), info.previous());
                tell(NodeEvent.Kind.MOVED, info);
            }
            case "/n_off" -> {
                node(info.id()).paused = true;
                tell(NodeEvent.Kind.PAUSED, info);
            }
            default -> {
                node(info.id()).paused = false;
                tell(NodeEvent.Kind.RESUMED, info);
            }
        }
    }

    private Node node(int id) {
        return Objects.requireNonNull(nodes.get(id));
    }

    private void tell(NodeEvent.Kind kind, NodeInfo info) {
        listener.accept(new NodeEvent(kind, info, Optional.empty()));
    }

    synchronized NodeSnapshot snapshot() {
        return node(0).copy();
    }
}
