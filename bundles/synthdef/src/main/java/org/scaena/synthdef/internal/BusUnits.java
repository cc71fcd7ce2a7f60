package org.scaena.synthdef.internal;

import java.util.Map;
import java.util.Optional;
import org.scaena.synthdef.SynthDefDescription.BusUse;
import org.scaena.synthdef.UGen;

/** The units that read and write buses. */
final class BusUnits {

    /** The number of inputs before the channels. */
    private static final Map<String, Integer> WRITERS =
            Map.of("Out", 1, "OffsetOut", 1, "ReplaceOut", 1, "XOut", 2);

    private BusUnits() {}

    static Optional<BusUse> reader(UGen unit, GraphNames names) {
        boolean reads =
                switch (unit.className()) {
                    case "In", "InFeedback", "InTrig", "LagIn" -> true;
                    default -> false;
                };
        return reads ? use(unit, unit.outputs().size(), names) : Optional.empty();
    }

    static Optional<BusUse> writer(UGen unit, GraphNames names) {
        Integer before = WRITERS.get(unit.className());
        return before == null ? Optional.empty() : use(unit, unit.inputs().size() - before, names);
    }

    private static Optional<BusUse> use(UGen unit, int channels, GraphNames names) {
        return unit.inputs().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new BusUse(
                                unit.className(),
                                unit.rate(),
                                channels,
                                names.choice(unit.inputs().get(0))));
    }
}
