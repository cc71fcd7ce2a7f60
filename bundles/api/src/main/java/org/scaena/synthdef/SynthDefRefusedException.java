package org.scaena.synthdef;

import java.util.Map;
import java.util.TreeMap;
import org.scaena.command.ServerException;

/** A server does not have definitions that were sent to it, whatever it answered. */
public final class SynthDefRefusedException extends ServerException {

    private static final long serialVersionUID = 1L;

    private final TreeMap<String, String> reasons;

    /**
     * An exception that names the first definition and why.
     *
     * @param reasons a sentence for each definition, by name; at least one
     */
    public SynthDefRefusedException(Map<String, String> reasons) {
        super(message(new TreeMap<>(reasons)));
        this.reasons = new TreeMap<>(reasons);
    }

    private static String message(TreeMap<String, String> reasons) {
        Map.Entry<String, String> first = reasons.firstEntry();
        int others = reasons.size() - 1;
        return "the server does not have definition '%s': %s%s"
                .formatted(
                        first.getKey(),
                        first.getValue(),
                        others == 0 ? "" : " (and " + others + " more)");
    }

    /** A sentence for each definition, by name. */
    public Map<String, String> reasons() {
        return Map.copyOf(reasons);
    }
}
