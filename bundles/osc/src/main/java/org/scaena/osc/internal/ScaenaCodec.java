package org.scaena.osc.internal;

import java.nio.BufferOverflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.scaena.osc.OscCodec;
import org.scaena.osc.OscFormatException;
import org.scaena.osc.OscFormatException.Reason;
import org.scaena.osc.OscPacket;

/**
 * The codec of this house: OSC 1.0 with the 1.1 types, arrays and symbols.
 *
 * <p>Strict about lengths, nesting and type tags. Lenient where no harm is done: addresses need no
 * slash (SendReply chooses its own), the bytes that pad a string may be anything, broken UTF-8 is
 * replaced, and a message that ends after its address has no arguments. Encoding allocates nothing;
 * decoding leaves the source where it was. Bundles and arrays nest up to {@value #MAX_DEPTH} deep.
 *
 * <p>Source: the OpenSound Control specification 1.0, sections "OSC Packets" to "OSC Bundles".
 */
@Component(service = OscCodec.class, property = "service.ranking:Integer=100")
public final class ScaenaCodec implements OscCodec {

    static final int MAX_DEPTH = 8;

    /** Nothing to wire. */
    @Activate
    public ScaenaCodec() {}

    @Override
    public String name() {
        return "scaena";
    }

    /**
     * {@inheritDoc}
     *
     * @throws OscFormatException if the packet cannot be encoded
     */
    @Override
    public int size(OscPacket packet) {
        long bytes = PacketSize.of(packet, 1);
        if (bytes > Integer.MAX_VALUE) {
            throw new OscFormatException(
                    Reason.UNSUPPORTED, "a packet of " + bytes + " bytes is too long for OSC");
        }
        return (int) bytes;
    }

    @Override
    public void encode(OscPacket packet, ByteBuffer target) {
        ByteOrder order = target.order();
        target.order(ByteOrder.BIG_ENDIAN);
        try {
            PacketWriter.write(packet, 1, target);
        } catch (IndexOutOfBoundsException full) {
            // what is written by index tells in this way that there is no room
            throw new BufferOverflowException();
        } finally {
            target.order(order);
        }
    }

    @Override
    public OscPacket decode(ByteBuffer source) {
        return new PacketReader(source.slice()).read();
    }
}
