package org.scaena.command;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.scaena.osc.OscMessage;

/** Reads the numbers of replies such as {@code /c_set} and {@code /b_setn}. */
public final class ReplyValues {

    private ReplyValues() {}

    /**
     * The key of a reply of tuples.
     *
     * @param leading what comes before them
     * @param size how many arguments each has
     * @param numbers with which they begin; the rest may be anything
     */
    public static ReplyKey tuples(String address, List<Object> leading, int size, int... numbers) {
        List<Object> key = new ArrayList<>(leading);
        for (int number : numbers) {
            key.add(number);
            key.addAll(Collections.nCopies(size - 1, ReplyKey.ANY));
        }
        return new ReplyKey(address, key);
    }

    /** The second of each pair. */
    public static float[] pairs(OscMessage reply, int from, int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = reply.floatAt(from + 2 * i + 1);
        }
        return values;
    }

    /** Numbers in a row. */
    public static float[] range(OscMessage reply, int from, int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = reply.floatAt(from + i);
        }
        return values;
    }
}
