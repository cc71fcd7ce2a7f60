package org.scaena.osc.internal;

import java.nio.ByteBuffer;
import org.scaena.osc.OscFormatException;
import org.scaena.osc.OscFormatException.Reason;

/** Walks the type tag string of one message. */
final class TagReader {

    private final ByteBuffer in;
    private final int end;
    private int position;

    /** Reads from the first letter after the comma to the closing zero. */
    TagReader(ByteBuffer in, int position, int end) {
        this.in = in;
        this.position = position;
        this.end = end;
    }

    int end() {
        return end;
    }

    int next() {
        return in.get(position++) & 0xFF;
    }

    /** The number of arguments from here to the end of this level; an array counts as one. */
    int count(int depth) {
        if (depth > ScaenaCodec.MAX_DEPTH) {
            throw fault("arrays nest deeper than " + ScaenaCodec.MAX_DEPTH);
        }
        int count = 0;
        int open = 0;
        for (int i = position; i < end; i++) {
            int tag = in.get(i);
            if (tag == TypeTag.ARRAY_END) {
                if (open == 0) {
                    return closed(depth > 0, count);
                }
                open--;
            } else {
                count += open == 0 ? 1 : 0;
                open += tag == TypeTag.ARRAY ? 1 : 0;
            }
        }
        return closed(depth == 0 && open == 0, count);
    }

    private static int closed(boolean matching, int count) {
        if (!matching) {
            throw fault("brackets in the type tags do not match");
        }
        return count;
    }

    private static OscFormatException fault(String what) {
        return new OscFormatException(Reason.BAD_NESTING, what);
    }
}
