package org.scaena.node;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Prints nodes the way the notebook does, with the marks of their states: {@code Synth(1000) 's2' ~
 * {'freq': 440}} and {@code Group(1) ~ {} children=[]}.
 */
final class NodeText {

    private NodeText() {}

    static String of(SynthSnapshot synth) {
        return "Synth(%d) '%s' %s %s"
                .formatted(
                        synth.id(),
                        synth.defName().orElse("?"),
                        synth.state().mark(),
                        controls(synth.controls()));
    }

    static String of(GroupSnapshot root) {
        StringBuilder text = new StringBuilder();
        NodeWalk walk = new NodeWalk(root);
        int open = 0;
        while (walk.hasNext()) {
            NodeSnapshot node = walk.next();
            open = close(open, walk.depth(), text);
            if (node instanceof GroupSnapshot group) {
                text.append(head(group));
                open++;
            } else {
                text.append(node);
            }
        }
        close(open, 0, text);
        return text.toString();
    }

    /** Closes groups up to a depth and begins a new line for the next node, if there is one. */
    private static int close(int open, int depth, StringBuilder text) {
        boolean isFirst = !text.isEmpty() && text.charAt(text.length() - 1) == '[';
        text.append("]".repeat(open - depth));
        if (depth > 0) {
            text.append(isFirst && open == depth ? "\n" : ",\n").append("  ".repeat(depth));
        }
        return depth;
    }

    private static String head(GroupSnapshot group) {
        return "Group(%d) %s {} children=[".formatted(group.id(), group.state().mark());
    }

    private static String controls(List<ControlReading> controls) {
        return controls.stream()
                .map(reading -> "'" + reading.name() + "': " + reading.value())
                .collect(Collectors.joining(", ", "{", "}"));
    }
}
