package org.scaena.server.internal;

import java.util.ArrayList;
import java.util.List;
import org.scaena.osc.OscMessage;

/** Rows of numbers in messages. */
final class Floats {

    private Floats() {}

    /** A message of leading ints and then numbers of a row. */
    static OscMessage message(String address, float[] row, int from, int count, int... leading) {
        List<Object> arguments = new ArrayList<>(leading.length + count);
        for (int number : leading) {
            arguments.add(number);
        }
        for (int i = 0; i < count; i++) {
            arguments.add(row[from + i]);
        }
        return new OscMessage(address, arguments);
    }

    /** All arguments from one on. */
    static float[] of(OscMessage message, int from) {
        float[] row = new float[message.size() - from];
        for (int i = 0; i < row.length; i++) {
            row[i] = message.floatAt(from + i);
        }
        return row;
    }
}
