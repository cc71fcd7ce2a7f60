package org.scaena.bench.synthdef;

import java.nio.ByteBuffer;

/** Walks over a file of format 2 and keeps nothing: the least that reading one can cost. */
final class Walk {

    private final ByteBuffer in;

    private Walk(byte[] file) {
        in = ByteBuffer.wrap(file);
    }

    /** How many units a file has. */
    static int units(byte[] file) {
        Walk walk = new Walk(file);
        walk.skip(8);
        int units = 0;
        for (int definitions = walk.in.getShort(); definitions > 0; definitions--) {
            units += walk.definition();
        }
        return units;
    }

    private int definition() {
        string();
        skip(4 * in.getInt());
        int controls = in.getInt();
        skip(4 * controls);
        for (int names = in.getInt(); names > 0; names--) {
            string();
            skip(4);
        }
        int units = in.getInt();
        for (int i = 0; i < units; i++) {
            string();
            skip(1);
            int inputs = in.getInt();
            int outputs = in.getInt();
            skip(2 + 8 * inputs + outputs);
        }
        for (int variants = in.getShort(); variants > 0; variants--) {
            string();
            skip(4 * controls);
        }
        return units;
    }

    private void string() {
        skip(in.get() & 0xff);
    }

    private void skip(int bytes) {
        in.position(in.position() + bytes);
    }
}
