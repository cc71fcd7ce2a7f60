package org.scaena.javaosc.internal;

import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.scaena.osc.OscCodec;
import org.scaena.osc.OscPacket;

/** One of several codecs, now this one, now that. */
final class SwappedCodec implements OscCodec {

    private final OscCodec[] codecs;
    private final AtomicIntegerArray decoded;
    private volatile int current;

    SwappedCodec(OscCodec... codecs) {
        this.codecs = codecs;
        this.decoded = new AtomicIntegerArray(codecs.length);
    }

    void swap() {
        current = (current + 1) % codecs.length;
    }

    /** How many packets a codec has read. */
    int decoded(int codec) {
        return decoded.get(codec);
    }

    @Override
    public String name() {
        return codecs[current].name();
    }

    @Override
    public int size(OscPacket packet) {
        return codecs[current].size(packet);
    }

    @Override
    public void encode(OscPacket packet, ByteBuffer target) {
        codecs[current].encode(packet, target);
    }

    @Override
    public OscPacket decode(ByteBuffer source) {
        int chosen = current;
        decoded.incrementAndGet(chosen);
        return codecs[chosen].decode(source);
    }
}
