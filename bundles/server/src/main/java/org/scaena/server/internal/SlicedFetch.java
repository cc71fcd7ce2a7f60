package org.scaena.server.internal;

import java.util.ArrayList;
import java.util.List;
import org.scaena.command.Command;
import org.scaena.command.CommandSender;
import org.scaena.command.Reply;

/** Fetches a row of numbers slice by slice. */
final class SlicedFetch {

    private record Part(Command<float[]> command, int at) {}

    private SlicedFetch() {}

    /**
     * Fetches slices and joins them; a slice that gets lost is asked for again.
     *
     * @param what is named when it takes too long
     * @param slices one for each slice, in order
     * @param slice how many numbers each has, but for the last
     * @param count how many they are in all
     */
    static Reply<float[]> of(
            CommandSender sender,
            String what,
            List<Command<float[]>> slices,
            int slice,
            int count) {
        List<Part> parts = new ArrayList<>(slices.size());
        slices.forEach(command -> parts.add(new Part(command, parts.size() * slice)));
        float[] row = new float[count];
        return Replies.map(
                what,
                Window.over(what, Window.SLICES, parts, part -> fetch(sender, what, part, row)),
                done -> row);
    }

    private static Reply<float[]> fetch(CommandSender sender, String what, Part part, float[] row) {
        return Replies.map(
                what,
                Replies.insist(what, () -> sender.request(part.command())),
                values -> {
                    System.arraycopy(values, 0, row, part.at(), values.length);
                    return values;
                });
    }
}
