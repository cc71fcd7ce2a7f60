package org.scaena.osc.internal;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;

/**
 * A connected socket that carries packets.
 *
 * <p>One thread receives and one at a time transmits, each with a buffer that is valid until its
 * next call. Any thread may close, which ends the others with an {@link IOException}.
 */
interface Wire extends Closeable {

    InetSocketAddress local();

    /** The receive buffer as granted by the system. */
    int receiveBufferBytes();

    /** The longest packet that can be transmitted. */
    int maxPacketBytes();

    /** Whether the socket can be used on after an error: UDP can, TCP cannot. */
    boolean outlivesErrors();

    /** Whether transmitting never waits for the peer, and minds no interrupt: UDP, not TCP. */
    boolean takesAtOnce();

    boolean isOpen();

    /**
     * Waits for the next packet; it lies between the buffer's position and limit.
     *
     * @throws org.scaena.osc.OscFormatException if its bytes cannot be told from the next one's
     */
    ByteBuffer receive() throws IOException;

    /** An empty buffer with room for a packet, to be filled and transmitted. */
    ByteBuffer prepare(int bytes);

    /** Sends what was written into the prepared buffer. */
    void transmit() throws IOException;
}
