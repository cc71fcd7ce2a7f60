package org.scaena.ledger;

import java.util.List;
import org.scaena.id.IdRange;

/**
 * A bus with a key.
 *
 * @param owner the bundle that asked for it
 * @param key under which it asks again
 * @param rate {@code audio} or {@code control}
 * @param channels its numbers
 * @param values what a control bus was last set to by us; empty for an audio bus
 */
public record BusEntry(
        String owner, String key, String rate, IdRange channels, List<Float> values) {

    /** Copies the values. */
    public BusEntry {
        values = List.copyOf(values);
    }
}
