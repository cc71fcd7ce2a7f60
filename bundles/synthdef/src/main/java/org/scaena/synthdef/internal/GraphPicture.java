package org.scaena.synthdef.internal;

import java.util.List;
import org.scaena.synthdef.SynthDef;
import org.scaena.synthdef.UGen;
import org.scaena.synthdef.UGen.Input;
import org.scaena.synthdef.UGen.Rate;

/**
 * A graph in the language of Graphviz: units as boxes, wires as arrows, the rate as colour.
 *
 * <p>Constants and controls stand in the box that reads them, so only wires between units cross the
 * picture.
 */
final class GraphPicture {

    private final SynthDef definition;
    private final GraphNames names;
    private final StringBuilder dot = new StringBuilder();

    GraphPicture(SynthDef definition) {
        this.definition = definition;
        this.names = new GraphNames(definition);
        dot.append("digraph ").append(quoted(definition.name())).append(" {\n");
        dot.append("  node [shape=record, fontname=\"sans-serif\", fontsize=10];\n");
        List<UGen> units = definition.ugens();
        for (int i = 0; i < units.size(); i++) {
            if (!ControlUnits.are(units.get(i))) {
                box(i, units.get(i));
            }
        }
        for (int i = 0; i < units.size(); i++) {
            arrows(i, units.get(i));
        }
        dot.append("}\n");
    }

    private void box(int index, UGen unit) {
        StringBuilder label = new StringBuilder("{");
        if (!unit.inputs().isEmpty()) {
            label.append('{');
            for (int i = 0; i < unit.inputs().size(); i++) {
                Input input = unit.inputs().get(i);
                label.append(i == 0 ? "" : "|").append("<i").append(i).append("> ");
                label.append(isArrow(input) ? "" : field(names.input(input)));
            }
            label.append("}|");
        }
        label.append(field(names.unit(index))).append('}');
        dot.append("  u%d [label=%s, color=%s];\n".formatted(index, quoted(label), colour(unit)));
    }

    private void arrows(int index, UGen unit) {
        for (int i = 0; i < unit.inputs().size(); i++) {
            Input input = unit.inputs().get(i);
            if (isArrow(input)) {
                Input.Wire wire = (Input.Wire) input;
                UGen source = definition.ugens().get(wire.ugen());
                String output =
                        source.outputs().size() == 1
                                ? ""
                                : ", taillabel=\"" + wire.output() + "\", fontsize=8";
                dot.append(
                        "  u%d -> u%d:i%d [color=%s%s];\n"
                                .formatted(wire.ugen(), index, i, colour(source), output));
            }
        }
    }

    private boolean isArrow(Input input) {
        return input instanceof Input.Wire wire
                && !ControlUnits.are(definition.ugens().get(wire.ugen()));
    }

    private static String colour(UGen unit) {
        return unit.rate() == Rate.AUDIO
                ? "firebrick"
                : unit.rate() == Rate.CONTROL ? "royalblue" : "gray40";
    }

    private static String quoted(CharSequence text) {
        return "\"" + text.toString().replace("\"", "\\\"") + "\"";
    }

    /** What would structure a record label is escaped. */
    private static String field(String text) {
        return text.replaceAll("([\\\\{}|<> ])", "\\\\$1");
    }

    @Override
    public String toString() {
        return dot.toString();
    }
}
