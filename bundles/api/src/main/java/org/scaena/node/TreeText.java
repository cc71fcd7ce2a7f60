package org.scaena.node;

import java.util.List;

/** Prints a tree the way scsynth does for {@code /g_dumpTree}. */
final class TreeText {

    private final StringBuilder text = new StringBuilder();

    private TreeText() {}

    static String of(GroupSnapshot root) {
        TreeText tree = new TreeText();
        tree.text.append("NODE TREE Group ").append(root.id()).append('\n');
        NodeWalk walk = new NodeWalk(root);
        walk.next();
        while (walk.hasNext()) {
            NodeSnapshot node = walk.next();
            tree.node(node, walk.depth());
        }
        return tree.text.toString();
    }

    private void node(NodeSnapshot node, int depth) {
        indent(depth).append(node.id()).append(' ');
        if (node instanceof SynthSnapshot synth) {
            text.append(synth.defName().orElse("?")).append('\n');
            controls(synth.controls(), depth);
        } else {
            text.append("group\n");
        }
    }

    private void controls(List<ControlReading> controls, int depth) {
        if (controls.isEmpty()) {
            return;
        }
        indent(depth).append(' ');
        for (int index = 0; index < controls.size(); index++) {
            ControlReading reading = controls.get(index);
            if (!reading.isNamedByIndex(index)) {
                text.append(' ').append(reading.name()).append(':');
            }
            text.append(' ').append(value(reading.value()));
        }
        text.append('\n');
    }

    private static String value(ControlValue value) {
        return value instanceof ControlValue.Constant constant
                ? FloatText.of(constant.value())
                : value.toString();
    }

    private StringBuilder indent(int depth) {
        return text.append("   ".repeat(depth));
    }
}
