package org.scaena.synthdef.internal;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.scaena.synthdef.SynthDef;
import org.scaena.synthdef.SynthDefDescription;
import org.scaena.synthdef.SynthDefDescription.BusUse;
import org.scaena.synthdef.SynthDefDescription.Control;
import org.scaena.synthdef.UGen;

/** A description as text: a heading for each kind of thing, below it one thing a line. */
final class DescriptionText {

    private final StringBuilder text = new StringBuilder();

    DescriptionText(SynthDefDescription description, SynthDef definition) {
        line("definition " + description.name());
        section("controls", description.controls(), DescriptionText::control);
        section("reads", description.inputs(), DescriptionText::buses);
        section("writes", description.outputs(), DescriptionText::buses);
        line("gate " + (description.hasGate() ? "yes" : "no"));
        section(
                "ends by",
                description.endings(),
                ending -> ending.className() + ": " + ending.doneAction());
        section("variants", definition.variants(), DescriptionText::variant);
        section(
                "units",
                List.copyOf(description.ugens().entrySet()),
                entry -> entry.getKey() + " " + entry.getValue());
        graph(definition);
    }

    private void graph(SynthDef definition) {
        GraphNames names = new GraphNames(definition);
        line("graph");
        for (int i = 0; i < definition.ugens().size(); i++) {
            UGen unit = definition.ugens().get(i);
            if (!ControlUnits.are(unit)) {
                String inputs =
                        unit.inputs().stream().map(names::input).collect(Collectors.joining(", "));
                line("  " + names.unit(i) + "(" + inputs + ")");
            }
        }
    }

    private static String control(Control control) {
        SynthDef.Parameter parameter = control.parameter();
        return "%s = %s %s"
                .formatted(
                        parameter.name().isEmpty() ? "(no name)" : parameter.name(),
                        numbers(parameter.defaults()),
                        control.kind().name().toLowerCase(Locale.ROOT));
    }

    private static String buses(BusUse use) {
        return "%s.%s %d %s bus %s"
                .formatted(
                        use.className(),
                        GraphNames.rate(use.rate()),
                        use.channels(),
                        use.channels() == 1 ? "channel at" : "channels from",
                        use.bus());
    }

    private static String variant(SynthDef.Variant variant) {
        return variant.name() + " = " + numbers(variant.defaults());
    }

    private static String numbers(List<Float> numbers) {
        return numbers.stream().map(GraphNames::number).collect(Collectors.joining(" "));
    }

    private <T> void section(String heading, List<T> things, Function<T, String> words) {
        if (!things.isEmpty()) {
            line(heading);
            things.forEach(thing -> line("  " + words.apply(thing)));
        }
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
