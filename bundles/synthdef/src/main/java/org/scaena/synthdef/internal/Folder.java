package org.scaena.synthdef.internal;

import java.util.Arrays;
import java.util.List;
import org.scaena.synthdef.ProvidesSynthDefs;
import org.scaena.synthdef.Sending;

/**
 * A folder that a manifest names.
 *
 * @param path from the root of the bundle
 * @param sending when its definitions go to the servers
 */
record Folder(String path, Sending sending) {

    /** The folders of a header, separated by commas. */
    static List<Folder> of(String header) {
        return Arrays.stream(header.split(",")).map(String::strip).map(Folder::clause).toList();
    }

    private static Folder clause(String clause) {
        String[] parts = clause.split(";", 2);
        return new Folder(
                parts[0].strip(), parts.length == 1 ? Sending.AT_BOOT : sending(parts[1]));
    }

    private static Sending sending(String attribute) {
        return switch (attribute.replace(" ", "")) {
            case "sending=at-boot" -> Sending.AT_BOOT;
            case "sending=on-demand" -> Sending.ON_DEMAND;
            default ->
                    throw new IllegalArgumentException(
                            "'%s' in %s: only sending=at-boot and sending=on-demand are known"
                                    .formatted(attribute, ProvidesSynthDefs.HEADER));
        };
    }
}
