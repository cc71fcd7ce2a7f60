package org.scaena.console.internal;

import org.scaena.id.IdRange;

/** Ranges of ids, as the notebook prints them. */
final class Ranges {

    private Ranges() {}

    /** For example {@code 128…132}; one number alone, nothing for an empty range. */
    static String text(IdRange range) {
        return switch (range.count()) {
            case 0 -> "";
            case 1 -> Integer.toString(range.first());
            default -> range.first() + "…" + range.last();
        };
    }
}
