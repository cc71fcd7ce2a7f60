package org.scaena.server.internal;

import java.util.ArrayList;
import java.util.List;

/**
 * Neighbouring numbers that go in one message.
 *
 * @param first the index of the first
 * @param count how many
 */
record Slice(int first, int count) {

    /** Of 8 KB, so that scsynth's socket (see the README) holds the {@link Slices} under way. */
    static final int MOST = 1600;

    /** A row in slices, in order. */
    static List<Slice> of(int first, int count) {
        List<Slice> slices = new ArrayList<>((count + MOST - 1) / MOST);
        for (int done = 0; done < count; done += MOST) {
            slices.add(new Slice(first + done, Math.min(MOST, count - done)));
        }
        return slices;
    }
}
