package org.scaena.jmh;

import java.nio.ByteBuffer;

/** Text and numbers straight into a buffer, as one would write a single kind of message by hand. */
final class BareWriter {

    private BareWriter() {}

    /** {@code /n_set node name value name value}. */
    static ByteBuffer set(
            ByteBuffer target,
            String address,
            String tags,
            int node,
            String one,
            float first,
            String two,
            float second) {
        text(target, address);
        text(target, tags);
        target.putInt(node);
        text(target, one);
        target.putFloat(first);
        text(target, two);
        return target.putFloat(second);
    }

    private static void text(ByteBuffer target, String text) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            target.put((byte) text.charAt(i));
        }
        for (int pad = 4 - length % 4; pad > 0; pad--) {
            target.put((byte) 0);
        }
    }
}
