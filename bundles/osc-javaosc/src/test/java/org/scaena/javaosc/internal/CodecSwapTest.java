package org.scaena.javaosc.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.scaena.osc.OscCodec;
import org.scaena.osc.OscEndpoint;
import org.scaena.osc.OscLink;
import org.scaena.osc.OscMessage;
import org.scaena.osc.OscPacket;
import org.scaena.osc.internal.ChannelTransport;
import org.scaena.osc.internal.ScaenaCodec;

/** The codec changes, again and again, while a link is open and used. */
@Timeout(60)
class CodecSwapTest {

    private static final int MESSAGES = 2_000;

    private final SwappedCodec codec = new SwappedCodec(new ScaenaCodec(), new JavaOscCodec());
    private final BlockingQueue<OscPacket> received = new LinkedBlockingQueue<>();

    @Test
    void losesAndChangesNoPacketWhileCodecsAreSwapped() throws Exception {
        try (DatagramSocket echo = new DatagramSocket(0, InetAddress.getLoopbackAddress());
                OscLink link = open(echo.getLocalPort())) {
            for (int i = 0; i < MESSAGES; i++) {
                codec.swap();
                OscMessage message = OscMessage.of("/swap", i, "text", 0.5f);
                link.send(message);
                assertThat(echoed(echo)).isEqualTo(message);
                assertThat(received.poll(20, TimeUnit.SECONDS)).isEqualTo(message);
            }
            assertThat(link.statistics().refused()).isEmpty();
            assertThat(link.statistics().sendErrors()).isZero();
        }
        assertThat(codec.decoded(0)).isEqualTo(MESSAGES / 2);
        assertThat(codec.decoded(1)).isEqualTo(MESSAGES / 2);
    }

    private OscLink open(int port) {
        return new ChannelTransport(codec).open("swap", OscEndpoint.local(port), 0, received::add);
    }

    private static OscPacket echoed(DatagramSocket echo) throws Exception {
        DatagramPacket datagram = new DatagramPacket(new byte[1_024], 1_024);
        echo.receive(datagram);
        echo.send(datagram);
        OscCodec codec = new ScaenaCodec();
        return codec.decode(
                ByteBuffer.wrap(Arrays.copyOf(datagram.getData(), datagram.getLength())));
    }
}
