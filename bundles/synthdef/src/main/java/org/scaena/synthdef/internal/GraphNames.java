package org.scaena.synthdef.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.scaena.synthdef.SynthDef;
import org.scaena.synthdef.SynthDef.Parameter;
import org.scaena.synthdef.UGen;
import org.scaena.synthdef.UGen.Input;
import org.scaena.synthdef.UGen.Rate;

/** What the units, controls and inputs of a definition are called. */
final class GraphNames {

    private final SynthDef definition;
    private final List<String> units;
    private final String[] controls;

    GraphNames(SynthDef definition) {
        this.definition = definition;
        this.units = units(definition);
        this.controls = controls(definition);
    }

    /** A unit's name and rate; from the second of a name on with a number. */
    String unit(int index) {
        return units.get(index);
    }

    /** What an input reads: a number, a control, or a unit and its output. */
    String input(Input input) {
        if (input instanceof Input.Constant constant) {
            return number(definition.constants().get(constant.index()));
        }
        Input.Wire wire = (Input.Wire) input;
        UGen source = definition.ugens().get(wire.ugen());
        if (ControlUnits.are(source)) {
            return control(source.specialIndex() + wire.output());
        }
        return source.outputs().size() == 1
                ? unit(wire.ugen())
                : unit(wire.ugen()) + "[" + wire.output() + "]";
    }

    /** What a unit reads or chooses at an input that names a bus or an action. */
    String choice(Input input) {
        if (input instanceof Input.Wire wire
                && !ControlUnits.are(definition.ugens().get(wire.ugen()))) {
            return "computed";
        }
        return input(input);
    }

    String control(int index) {
        return index >= 0 && index < controls.length ? controls[index] : "control " + index;
    }

    /** A number as short as it can be said. */
    static String number(float value) {
        return value == (int) value ? Integer.toString((int) value) : Float.toString(value);
    }

    static String rate(Rate rate) {
        return switch (rate) {
            case SCALAR -> "ir";
            case CONTROL -> "kr";
            case AUDIO -> "ar";
            case DEMAND -> "dr";
        };
    }

    private static List<String> units(SynthDef definition) {
        Map<String, Integer> count = new HashMap<>();
        List<String> names = new ArrayList<>(definition.ugens().size());
        for (UGen unit : definition.ugens()) {
            String name = Operators.name(unit) + "." + rate(unit.rate());
            int number = count.merge(name, 1, Integer::sum);
            names.add(number == 1 ? name : name + "#" + number);
        }
        return names;
    }

    private static String[] controls(SynthDef definition) {
        String[] names = new String[Controls.size(definition.parameters())];
        for (Parameter parameter : definition.parameters()) {
            int size = parameter.defaults().size();
            String name = parameter.name().isEmpty() ? "unnamed" : parameter.name();
            for (int i = 0; i < size; i++) {
                names[parameter.index() + i] = size == 1 ? name : name + "[" + i + "]";
            }
        }
        return names;
    }
}
