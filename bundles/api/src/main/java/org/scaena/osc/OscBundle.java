package org.scaena.osc;

import java.util.List;

/**
 * Packets that belong to one moment.
 *
 * <p>scsynth mangles a bundle that holds both messages and bundles, and lets every inner bundle
 * keep its own time: the transport sends inner bundles as bundles of their own, in order.
 *
 * @param time when the packets take effect
 * @param elements an unmodifiable list in order
 */
public record OscBundle(OscTimeTag time, List<OscPacket> elements) implements OscPacket {

    /** Copies the elements. */
    public OscBundle {
        elements = List.copyOf(elements);
    }

    /** Makes a bundle from its elements in order. */
    public static OscBundle of(OscTimeTag time, OscPacket... elements) {
        return new OscBundle(time, List.of(elements));
    }
}
