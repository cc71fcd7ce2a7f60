package org.scaena.javaosc.internal;

import com.illposed.osc.BufferBytesReceiver;
import com.illposed.osc.OSCPacket;
import com.illposed.osc.OSCParseException;
import com.illposed.osc.OSCSerializeException;
import com.illposed.osc.OSCSerializerAndParserBuilder;
import java.nio.BufferOverflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.scaena.osc.OscCodec;
import org.scaena.osc.OscFormatException;
import org.scaena.osc.OscFormatException.Reason;
import org.scaena.osc.OscPacket;

/**
 * JavaOSC 0.8 as a codec that refuses what JavaOSC would corrupt.
 *
 * <p>What was read is written again and compared with what came: only a packet that is understood
 * rightly gives the same bytes. So whatever JavaOSC reads wrongly – the arguments after a blob,
 * bytes left over, lengths that lie – is refused, and so are packets that others read but that
 * JavaOSC would not write so: no tag string, padding other than zeros, broken UTF-8.
 *
 * <p>Ranks below Scaena's own codec; a configuration {@code org.scaena.osc.javaosc} with a {@code
 * service.ranking} above 100 puts it to use.
 */
@Component(
        service = OscCodec.class,
        configurationPid = "org.scaena.osc.javaosc",
        property = "service.ranking:Integer=50")
public final class JavaOscCodec implements OscCodec {

    private static final int FIRST_ROOM_BYTES = 1 << 10;
    private static final int LAST_ROOM_BYTES = 1 << 24;

    /** Nothing to wire. */
    @Activate
    public JavaOscCodec() {}

    @Override
    public String name() {
        return "javaosc";
    }

    @Override
    public int size(OscPacket packet) {
        return bytes(packet).length;
    }

    @Override
    public void encode(OscPacket packet, ByteBuffer target) {
        target.put(bytes(packet));
    }

    @Override
    public OscPacket decode(ByteBuffer source) {
        if (source.remaining() == 0) {
            throw new OscFormatException(Reason.EMPTY, "a packet of no bytes");
        }
        OscPacket packet = read(source.slice());
        if (!ByteBuffer.wrap(bytes(packet)).equals(source)) {
            throw new OscFormatException(
                    Reason.UNSUPPORTED, "JavaOSC does not understand this packet rightly");
        }
        return packet;
    }

    /** JavaOSC throws whatever its mistakes lead to; none of it may end the thread that reads. */
    private static OscPacket read(ByteBuffer source) {
        try {
            return FromJavaOsc.packet(
                    new OSCSerializerAndParserBuilder().buildParser().convert(source));
        } catch (OscFormatException refusal) {
            throw refusal;
        } catch (OSCParseException | RuntimeException | StackOverflowError failure) {
            throw new OscFormatException(
                    Reason.BAD_MESSAGE, "JavaOSC cannot read this: " + failure.getMessage());
        }
    }

    /** What JavaOSC writes, in a buffer that is doubled until there is room. */
    static byte[] bytes(OscPacket packet) {
        OSCPacket converted = ToJavaOsc.packet(packet);
        for (int room = FIRST_ROOM_BYTES; ; room *= 2) {
            try {
                return written(converted, ByteBuffer.allocate(room));
            } catch (BufferOverflowException full) {
                if (room >= LAST_ROOM_BYTES) {
                    throw new OscFormatException(
                            Reason.UNSUPPORTED, "a packet beyond 16 MiB is too long for JavaOSC");
                }
            }
        }
    }

    /** Neither serializer nor parser is safe for threads: each packet has its own. */
    private static byte[] written(OSCPacket packet, ByteBuffer target) {
        try {
            new OSCSerializerAndParserBuilder()
                    .buildSerializer(new BufferBytesReceiver(target))
                    .write(packet);
        } catch (OSCSerializeException | IllegalArgumentException failure) {
            if (failure.getCause() instanceof BufferOverflowException full) {
                throw full;
            }
            throw new OscFormatException(
                    Reason.UNSUPPORTED, "JavaOSC cannot write this: " + failure.getMessage());
        }
        return Arrays.copyOf(target.array(), target.position());
    }
}
