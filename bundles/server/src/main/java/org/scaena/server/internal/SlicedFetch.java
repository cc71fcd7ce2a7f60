package org.scaena.server.internal;

import java.util.List;
import java.util.function.Function;
import org.scaena.command.Reply;

/** Fetches a row of numbers slice by slice, a few at a time. */
final class SlicedFetch {

    private SlicedFetch() {}

    /**
     * Fetches all slices.
     *
     * @param what is named when it takes too long
     * @param fetch asks for one slice
     */
    static Reply<float[]> of(
            String what, List<Slice> slices, Function<Slice, Reply<float[]>> fetch) {
        int first = slices.isEmpty() ? 0 : slices.get(0).first();
        float[] row = new float[slices.stream().mapToInt(Slice::count).sum()];
        return Replies.map(
                Window.over(
                        what,
                        slices,
                        slice ->
                                Replies.map(
                                        fetch.apply(slice),
                                        values -> {
                                            System.arraycopy(
                                                    values,
                                                    0,
                                                    row,
                                                    slice.first() - first,
                                                    slice.count());
                                            return values;
                                        })),
                done -> row);
    }
}
