package org.scaena.server.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.scaena.catalogue.SynthDefCommands;
import org.scaena.osc.OscBlob;
import org.scaena.synthdef.RegisteredSynthDef;

/**
 * Tries definitions under other names, where the server may have something under their own: that
 * there is a definition of a name afterwards would not prove which.
 */
final class DefinitionTrial {

    private static final String PREFIX = "scaena-trial-";

    /** Mark, version and number of definitions come before the name. */
    private static final int NAME_OFFSET = 10;

    private final Session session;
    private final DefinitionProof proof;

    DefinitionTrial(Session session, DefinitionProof proof) {
        this.session = session;
        this.proof = proof;
    }

    /** Those that the server accepts; afterwards it has as many definitions as before. */
    List<RegisteredSynthDef> accepted(List<RegisteredSynthDef> definitions) {
        Map<String, RegisteredSynthDef> trials = new LinkedHashMap<>();
        List<OscBlob> files = new ArrayList<>();
        for (RegisteredSynthDef definition : definitions) {
            String name = PREFIX + trials.size();
            trials.put(name, definition);
            files.add(renamed(definition.bytes(), name));
        }
        DefinitionTransfer.send(session, files);
        Set<String> present = proof.present(trials.keySet());
        free(session, trials.keySet());
        return trials.entrySet().stream()
                .filter(trial -> present.contains(trial.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** A file of one definition, under another name. */
    static OscBlob renamed(OscBlob file, String name) {
        ByteBuffer from = file.buffer();
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        int length = Byte.toUnsignedInt(from.get(NAME_OFFSET));
        ByteBuffer to = ByteBuffer.allocate(file.size() - length + bytes.length);
        to.put(from.slice(0, NAME_OFFSET)).put((byte) bytes.length).put(bytes);
        from.position(NAME_OFFSET + 1 + length);
        return OscBlob.of(to.put(from).flip());
    }

    /** Takes definitions away from a server. */
    static void free(Session session, Set<String> names) {
        if (!names.isEmpty()) {
            session.send(SynthDefCommands.free(names.toArray(String[]::new)).message());
        }
    }
}
