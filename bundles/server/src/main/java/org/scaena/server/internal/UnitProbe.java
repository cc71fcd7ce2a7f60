package org.scaena.server.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.scaena.catalogue.ServerCommands;
import org.scaena.osc.OscBlob;
import org.scaena.server.internal.DefinitionTransfer.Parcel;
import org.scaena.synthdef.SynthDef;
import org.scaena.synthdef.UGen;

/**
 * Finds out which unit generators a server has installed: it refuses a definition that holds but
 * one unit exactly if that unit is missing.
 *
 * <p>No synth of such a definition ever computes ({@link DefinitionProof}), so it does not matter
 * that the unit lacks its inputs. supernova would construct the unit at once, so only scsynth is
 * asked.
 */
final class UnitProbe {

    private final Session session;
    private final DefinitionProof proof;
    private final Set<String> installed = new HashSet<>();

    UnitProbe(Session session, DefinitionProof proof) {
        this.session = session;
        this.proof = proof;
    }

    /** The server has this definition, so it has its units. */
    void accepted(SynthDef definition) {
        definition.ugens().forEach(unit -> installed.add(unit.className()));
    }

    /** Those units of the definitions that the server has not; unknown for other programs. */
    Set<String> missing(Collection<SynthDef> definitions) {
        Set<String> unknown = new TreeSet<>();
        for (SynthDef definition : definitions) {
            definition.ugens().stream().map(UGen::className).forEach(unknown::add);
        }
        unknown.removeAll(installed);
        if (unknown.isEmpty() || !isScsynth()) {
            return Set.of();
        }
        Map<String, String> probes = new LinkedHashMap<>();
        unknown.forEach(unit -> probes.put("scaena-unit-" + probes.size(), unit));
        List<Parcel> parcels =
                probes.entrySet().stream()
                        .map(probe -> definition(probe.getKey(), probe.getValue()))
                        .toList();
        for (String present : DefinitionTransfer.send(session, proof, parcels)) {
            installed.add(probes.getOrDefault(present, ""));
        }
        DefinitionTrial.free(session, probes.keySet());
        unknown.removeAll(installed);
        return unknown;
    }

    private boolean isScsynth() {
        return session.request(ServerCommands.version()).await().name().equals("scsynth");
    }

    /** A file of format 2: no numbers, no controls, one unit without inputs and outputs. */
    private static Parcel definition(String name, String unit) {
        ByteBuffer file = ByteBuffer.allocate(600);
        file.putInt(0x53436766).putInt(2).putShort((short) 1);
        string(file, name);
        file.putInt(0).putInt(0).putInt(0).putInt(1);
        string(file, unit);
        file.put((byte) 1).putInt(0).putInt(0).putShort((short) 0).putShort((short) 0);
        return new Parcel(name, OscBlob.of(file.flip()));
    }

    private static void string(ByteBuffer file, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        file.put((byte) bytes.length).put(bytes);
    }
}
