package org.scaena.osc;

import java.nio.ByteBuffer;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Turns packets into bytes and back. A service: the one with the highest ranking is used.
 *
 * <p>Implementations are stateless and called from any thread at once; they neither block nor log.
 */
@ProviderType
public interface OscCodec {

    /** A short name such as {@code scaena} or {@code javaosc}. */
    String name();

    /** The number of bytes that {@link #encode} would write; always a multiple of four. */
    int size(OscPacket packet);

    /**
     * Writes a packet at the buffer's position and moves it.
     *
     * @throws java.nio.BufferOverflowException if there is no room; the position is then undefined
     * @throws OscFormatException if this codec cannot express the packet
     */
    void encode(OscPacket packet, ByteBuffer target);

    /**
     * Reads one packet that fills the buffer from position to limit.
     *
     * @throws OscFormatException if the bytes are no well-formed packet; never any other exception
     */
    OscPacket decode(ByteBuffer source);
}
