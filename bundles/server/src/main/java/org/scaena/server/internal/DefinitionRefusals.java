package org.scaena.server.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.scaena.synthdef.RegisteredSynthDef;
import org.scaena.synthdef.UGen;

/** Why a server does not have definitions; what was refused once is not sent to it again. */
final class DefinitionRefusals {

    private final UnitProbe units;
    private final Quarantine quarantine;
    private final Map<String, String> byHash = new ConcurrentHashMap<>();

    DefinitionRefusals(UnitProbe units, Quarantine quarantine) {
        this.units = units;
        this.quarantine = quarantine;
    }

    boolean isKnown(RegisteredSynthDef definition) {
        return reason(definition).isPresent();
    }

    private Optional<String> reason(RegisteredSynthDef definition) {
        return quarantine
                .reason(definition)
                .or(() -> Optional.ofNullable(byHash.get(definition.hash())));
    }

    /** The reasons for those of the definitions that were refused before, by name. */
    Map<String, String> known(List<RegisteredSynthDef> definitions) {
        Map<String, String> reasons = new TreeMap<>();
        for (RegisteredSynthDef definition : definitions) {
            reason(definition).ifPresent(why -> reasons.put(definition.name(), why));
        }
        return reasons;
    }

    /** Finds out why these were refused. */
    void explain(List<RegisteredSynthDef> refused) {
        if (refused.isEmpty()) {
            return;
        }
        Set<String> missing =
                units.missing(refused.stream().map(RegisteredSynthDef::definition).toList());
        for (RegisteredSynthDef definition : refused) {
            Set<String> units = new TreeSet<>(missing);
            units.retainAll(definition.definition().ugens().stream().map(UGen::className).toList());
            byHash.put(definition.hash(), reason(units));
        }
    }

    /** They are more bytes than this server can be sent. */
    void tooLarge(List<RegisteredSynthDef> definitions) {
        for (RegisteredSynthDef definition : definitions) {
            byHash.put(
                    definition.hash(),
                    definition.bytes().size()
                            + " bytes do not fit a datagram, and a server on another machine does"
                            + " not read our files");
        }
    }

    private static String reason(Set<String> missing) {
        return missing.isEmpty()
                ? "its UGens are installed; it may need more than numWireBufs, or there are"
                        + " maxSynthDefs already"
                : "UGen '" + String.join("', '", missing) + "' is not installed";
    }
}
