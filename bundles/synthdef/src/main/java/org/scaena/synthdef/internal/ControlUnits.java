package org.scaena.synthdef.internal;

import java.util.Map;
import org.scaena.synthdef.SynthDef;
import org.scaena.synthdef.SynthDefDescription.ControlKind;
import org.scaena.synthdef.UGen;
import org.scaena.synthdef.UGen.Rate;

/** The units through which a graph reads its controls. */
final class ControlUnits {

    private static final Map<String, ControlKind> KINDS =
            Map.of(
                    "Control", ControlKind.CONTROL,
                    "TrigControl", ControlKind.TRIGGER,
                    "LagControl", ControlKind.LAG,
                    "AudioControl", ControlKind.AUDIO);

    private ControlUnits() {}

    static boolean are(UGen unit) {
        return KINDS.containsKey(unit.className());
    }

    /** How the control of this index is read. */
    static ControlKind kind(SynthDef definition, int index) {
        return definition.ugens().stream()
                .filter(ControlUnits::are)
                .filter(unit -> reads(unit, index))
                .findFirst()
                .map(ControlUnits::kind)
                .orElse(ControlKind.UNUSED);
    }

    private static boolean reads(UGen unit, int index) {
        int first = unit.specialIndex();
        return index >= first && index < first + unit.outputs().size();
    }

    private static ControlKind kind(UGen unit) {
        boolean once = unit.rate() == Rate.SCALAR;
        return once ? ControlKind.SCALAR : KINDS.getOrDefault(unit.className(), ControlKind.UNUSED);
    }
}
