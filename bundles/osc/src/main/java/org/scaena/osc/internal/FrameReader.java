package org.scaena.osc.internal;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import org.scaena.osc.OscFormatException;
import org.scaena.osc.OscFormatException.Reason;

/** Cuts a stream of bytes into frames. */
final class FrameReader {

    /** Four times the longest reply of scsynth; nothing longer is allocated for a peer. */
    static final int MAX_FRAME_BYTES = 1 << 18;

    private final ReadableByteChannel channel;

    /** What was read and not yet handed out lies between position and limit. */
    private ByteBuffer buffer = ByteBuffer.allocate(1 << 16).limit(0);

    FrameReader(ReadableByteChannel channel) {
        this.channel = channel;
    }

    /**
     * Waits for a whole frame and gives a view of it, valid until the next call.
     *
     * @throws EOFException if the stream ended
     * @throws OscFormatException if the length is impossible; the stream cannot be read further
     */
    ByteBuffer next() throws IOException {
        fill(Integer.BYTES);
        int length = buffer.getInt(buffer.position());
        if (length < 0 || length > MAX_FRAME_BYTES) {
            throw new OscFormatException(
                    Reason.BAD_LENGTH,
                    "a frame of %,d bytes; at most %,d are taken"
                            .formatted(length, MAX_FRAME_BYTES));
        }
        fill(Integer.BYTES + length);
        ByteBuffer frame = buffer.slice(buffer.position() + Integer.BYTES, length);
        buffer.position(buffer.position() + Integer.BYTES + length);
        return frame;
    }

    private void fill(int bytes) throws IOException {
        if (buffer.remaining() >= bytes) {
            return;
        }
        if (bytes > buffer.capacity()) {
            buffer = ByteBuffer.allocate(bytes).put(buffer);
        } else {
            buffer.compact();
        }
        while (buffer.position() < bytes) {
            if (channel.read(buffer) < 0) {
                throw new EOFException("the peer closed the connection");
            }
        }
        buffer.flip();
    }
}
