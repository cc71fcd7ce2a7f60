package org.scaena.server.internal;

import java.util.Optional;
import java.util.OptionalInt;
import org.scaena.node.SynthSnapshot;

/**
 * A synth from which a bad sound may come.
 *
 * @param synth which
 * @param unit the unit that was seen to make it, if one was
 */
record Suspect(SynthSnapshot synth, Optional<String> unit) {

    /** Whether it was seen to make it. */
    boolean proved() {
        return unit.isPresent();
    }

    String words() {
        String name = synth.id() + synth.defName().map(def -> " '" + def + "'").orElse("");
        return unit.map(made -> "synth " + name + " makes it, in its unit " + made)
                .orElse("perhaps by synth " + name + ", which began last; that is a guess");
    }

    static OptionalInt id(Optional<Suspect> suspect) {
        return suspect.stream().mapToInt(known -> known.synth().id()).findFirst();
    }
}
