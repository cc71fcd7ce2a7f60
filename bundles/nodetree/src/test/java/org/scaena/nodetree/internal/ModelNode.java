package org.scaena.nodetree.internal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.scaena.osc.OscMessage;

/** A node of the model: a group has a list of children, a synth a definition. */
final class ModelNode {

    int id;
    final @Nullable String defName;
    final List<ModelNode> children = new ArrayList<>();
    @Nullable ModelNode parent;
    boolean running = true;

    ModelNode(int id, @Nullable String defName) {
        this.id = id;
        this.defName = defName;
    }

    boolean isGroup() {
        return defName == null;
    }

    void leave() {
        if (parent != null) {
            parent.children.remove(this);
            parent = null;
        }
    }

    void enter(ModelNode group, int index) {
        group.children.add(index, this);
        parent = group;
    }

    int index() {
        return parent == null ? -1 : parent.children.indexOf(this);
    }

    @Nullable ModelNode sibling(int steps) {
        int index = index() + steps;
        return parent == null || index < 0 || index >= parent.children.size()
                ? null
                : parent.children.get(index);
    }

    boolean isWithin(ModelNode other) {
        return this == other || (parent != null && parent.isWithin(other));
    }

    /** A node notification as scsynth sends it. */
    OscMessage notification(String address) {
        List<Object> arguments = new ArrayList<>();
        arguments.add(id);
        arguments.add(id(parent));
        arguments.add(id(sibling(-1)));
        arguments.add(id(sibling(1)));
        arguments.add(isGroup() ? 1 : 0);
        if (isGroup()) {
            arguments.add(children.isEmpty() ? -1 : children.get(0).id);
            arguments.add(children.isEmpty() ? -1 : children.get(children.size() - 1).id);
        }
        return new OscMessage(address, arguments);
    }

    void describe(List<Object> arguments, boolean controls) {
        arguments.add(id);
        if (defName == null) {
            arguments.add(children.size());
            children.forEach(child -> child.describe(arguments, controls));
            return;
        }
        arguments.addAll(List.of(-1, defName));
        if (controls) {
            arguments.addAll(List.of(2, "freq", (float) id, "pan", "c7"));
        }
    }

    static int id(@Nullable ModelNode node) {
        return node == null ? -1 : node.id;
    }
}
