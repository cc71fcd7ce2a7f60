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
import org.scaena.server.internal.DefinitionTransfer.Parcel;
import org.scaena.synthdef.RegisteredSynthDef;

/**
 * Sends definitions under other names, too, where the server may have something under their own:
 * that there is a definition of a name afterwards would not prove which. What is refused under one
 * name is refused under the other, and leaves in place what was there.
 */
final class DefinitionTrial {

    private static final String PREFIX = "scaena-trial-";

    /** Mark, version and number of definitions come before the name. */
    private static final int NAME_OFFSET = 10;

    /** By the name of the definition, that of its trial. */
    private final Map<String, String> names = new LinkedHashMap<>();

    private final List<Parcel> parcels = new ArrayList<>();

    /** A trial of these, to be sent with them. */
    DefinitionTrial(List<RegisteredSynthDef> definitions) {
        for (RegisteredSynthDef definition : definitions) {
            String name = PREFIX + names.size();
            names.put(definition.name(), name);
            parcels.add(new Parcel(name, renamed(definition.bytes(), name)));
        }
    }

    List<Parcel> parcels() {
        return parcels;
    }

    /** What is there because of it, to be freed. */
    Set<String> names() {
        return Set.copyOf(names.values());
    }

    /**
     * Whether a definition is the one that the server has of its name.
     *
     * @param there the names that it has
     */
    boolean proves(RegisteredSynthDef definition, Set<String> there) {
        return there.contains(definition.name())
                && there.contains(names.getOrDefault(definition.name(), definition.name()));
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
