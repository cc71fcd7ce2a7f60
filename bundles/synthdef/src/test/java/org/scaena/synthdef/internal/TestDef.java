package org.scaena.synthdef.internal;

import java.util.List;
import org.scaena.synthdef.SynthDef;
import org.scaena.synthdef.SynthDef.Parameter;
import org.scaena.synthdef.SynthDefFile;

/** The smallest definition that differs from others by name and by content. */
record TestDef(String name, float freq) {

    SynthDef definition() {
        return new SynthDef(
                name,
                List.of(),
                List.of(new Parameter("freq", 0, List.of(freq))),
                List.of(),
                List.of());
    }

    byte[] file() {
        return new ScsyndefFormat().write(new SynthDefFile(2, List.of(definition())));
    }
}
