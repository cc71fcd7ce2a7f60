package org.scaena.node;

import java.math.BigDecimal;
import java.math.MathContext;

/** Prints a tree the way scsynth does for {@code /g_dumpTree}. */
final class TreeText {

    private static final MathContext FOURTEEN_DIGITS = new MathContext(14);

    private final StringBuilder text = new StringBuilder();

    private TreeText() {}

    static String of(GroupSnapshot root) {
        TreeText tree = new TreeText();
        tree.text.append("NODE TREE Group ").append(root.id()).append('\n');
        root.children().forEach(child -> tree.node(child, 1));
        return tree.text.toString();
    }

    private void node(NodeSnapshot node, int depth) {
        indent(depth).append(node.id()).append(' ');
        if (node instanceof GroupSnapshot group) {
            text.append("group\n");
            group.children().forEach(child -> node(child, depth + 1));
        } else if (node instanceof SynthSnapshot synth) {
            text.append(synth.defName().orElse("?")).append('\n');
            controls(synth, depth);
        }
    }

    private void controls(SynthSnapshot synth, int depth) {
        if (synth.controls().isEmpty()) {
            return;
        }
        indent(depth).append(' ');
        for (ControlReading reading : synth.controls()) {
            text.append(' ').append(reading.name()).append(": ").append(value(reading.value()));
        }
        text.append('\n');
    }

    private static String value(ControlValue value) {
        return value instanceof ControlValue.Constant constant
                ? floatText(constant.value())
                : value.toString();
    }

    /** A float32 as C's {@code %.14g} prints it, for the usual magnitudes. */
    private static String floatText(float value) {
        if (!Float.isFinite(value)) {
            return Float.toString(value).toLowerCase(java.util.Locale.ROOT);
        }
        return new BigDecimal(value).round(FOURTEEN_DIGITS).stripTrailingZeros().toPlainString();
    }

    private StringBuilder indent(int depth) {
        return text.append("   ".repeat(depth));
    }
}
