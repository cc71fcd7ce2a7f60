package org.scaena.bench.osc;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.scaena.bench.TestScsynth;
import org.scaena.osc.OscBlob;
import org.scaena.osc.OscLink;
import org.scaena.osc.OscMessage;

/** The smallest synth with a control: {@code x}. */
final class TestSynth {

    static final int NODE = 1_000;
    static final String CONTROL = "x";

    private static final String NAME = "bench";

    private TestSynth() {}

    /** Defines and starts it. */
    static void play(TestScsynth scsynth) throws InterruptedException {
        Replies replies = new Replies();
        try (OscLink link = Links.to(scsynth, replies)) {
            link.send(definition());
            replies.next("/done");
            link.send(create());
            link.send(get());
            replies.next("/n_set");
        }
    }

    private static OscMessage definition() {
        ByteBuffer file = ByteBuffer.allocate(128);
        file.put("SCgf".getBytes(StandardCharsets.US_ASCII)).putInt(2).putShort((short) 1);
        text(file, NAME);
        file.putInt(0); // constants
        file.putInt(1).putFloat(0);
        file.putInt(1);
        text(file, CONTROL);
        file.putInt(0);
        file.putInt(1); // units
        text(file, "Control");
        file.put((byte) 1).putInt(0).putInt(1).putShort((short) 0).put((byte) 1);
        file.putShort((short) 0); // variants
        return OscMessage.of("/d_recv", OscBlob.of(file.flip()));
    }

    private static OscMessage create() {
        return OscMessage.of("/s_new", NAME, NODE, 0, 0);
    }

    static OscMessage set(int value) {
        return OscMessage.of("/n_set", NODE, CONTROL, (float) value);
    }

    static OscMessage get() {
        return OscMessage.of("/s_get", NODE, CONTROL);
    }

    static OscMessage free() {
        return OscMessage.of("/n_free", NODE);
    }

    private static void text(ByteBuffer file, String text) {
        file.put((byte) text.length()).put(text.getBytes(StandardCharsets.US_ASCII));
    }
}
