package org.scaena.synthdef.internal;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Component;
import org.scaena.synthdef.SynthDef;
import org.scaena.synthdef.SynthDef.Parameter;
import org.scaena.synthdef.SynthDef.Variant;
import org.scaena.synthdef.SynthDefDescriber;
import org.scaena.synthdef.SynthDefDescription;
import org.scaena.synthdef.SynthDefDescription.Control;
import org.scaena.synthdef.SynthDefDescription.Ending;
import org.scaena.synthdef.UGen;

/** Finds out how a definition is used, from its units. */
@Component(service = SynthDefDescriber.class)
public final class Descriptions implements SynthDefDescriber {

    @Override
    public SynthDefDescription describe(SynthDef definition) {
        GraphNames names = new GraphNames(definition);
        TreeMap<String, Integer> classes = new TreeMap<>();
        definition.ugens().forEach(unit -> classes.merge(unit.className(), 1, Integer::sum));
        return new SynthDefDescription(
                definition.name(),
                controls(definition),
                definition.ugens().stream()
                        .map(unit -> BusUnits.reader(unit, names))
                        .flatMap(Optional::stream)
                        .toList(),
                definition.ugens().stream()
                        .map(unit -> BusUnits.writer(unit, names))
                        .flatMap(Optional::stream)
                        .toList(),
                definition.parameter("gate").isPresent(),
                definition.ugens().stream()
                        .map(unit -> ending(unit, definition, names))
                        .flatMap(Optional::stream)
                        .toList(),
                Collections.unmodifiableSortedMap(classes),
                definition.variants().stream().map(Variant::name).toList());
    }

    @Override
    public String text(SynthDef definition) {
        return new DescriptionText(describe(definition), definition).toString();
    }

    @Override
    public String dot(SynthDef definition) {
        return new GraphPicture(definition).toString();
    }

    private static List<Control> controls(SynthDef definition) {
        return definition.parameters().stream()
                .sorted(Comparator.comparingInt(Parameter::index))
                .map(
                        parameter ->
                                new Control(
                                        parameter,
                                        ControlUnits.kind(definition, parameter.index())))
                .toList();
    }

    private static Optional<Ending> ending(UGen unit, SynthDef definition, GraphNames names) {
        String className = unit.className();
        int input = DoneActions.input(className);
        if (!DoneActions.has(className) || input >= unit.inputs().size()) {
            return Optional.empty();
        }
        if (input < 0) {
            return Optional.of(new Ending(className, DoneActions.fixed(className)));
        }
        UGen.Input action = unit.inputs().get(input);
        if (action instanceof UGen.Input.Constant constant) {
            String name = DoneActions.name(definition.constants().get(constant.index()));
            return name.equals("none")
                    ? Optional.empty()
                    : Optional.of(new Ending(className, name));
        }
        return Optional.of(new Ending(className, names.choice(action)));
    }
}
