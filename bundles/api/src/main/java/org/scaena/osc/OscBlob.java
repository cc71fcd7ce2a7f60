package org.scaena.osc;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;

/** Bytes as an argument, for example a synth definition. Immutable. */
public final class OscBlob {

    private static final int SHOWN_BYTES = 16;

    private final byte[] bytes;

    private OscBlob(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A blob of a copy of these bytes. */
    public static OscBlob of(byte[] bytes) {
        return new OscBlob(bytes.clone());
    }

    /** A blob of the bytes between a buffer's position and limit; the buffer is not moved. */
    public static OscBlob of(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(buffer.position(), bytes);
        return new OscBlob(bytes);
    }

    /** The number of bytes. */
    public int size() {
        return bytes.length;
    }

    /** A read-only view from the first to the last byte. */
    public ByteBuffer buffer() {
        return ByteBuffer.wrap(bytes).asReadOnlyBuffer();
    }

    /** A copy of the bytes. */
    public byte[] toByteArray() {
        return bytes.clone();
    }

    /** Appends the bytes to a buffer without allocating. */
    public void writeTo(ByteBuffer target) {
        target.put(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OscBlob blob && Arrays.equals(bytes, blob.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        int shown = Math.min(SHOWN_BYTES, bytes.length);
        String hex = HexFormat.of().formatHex(bytes, 0, shown);
        return "blob[" + bytes.length + "] " + hex + (shown < bytes.length ? "…" : "");
    }
}
