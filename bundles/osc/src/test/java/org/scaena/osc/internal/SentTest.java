package org.scaena.osc.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.scaena.osc.OscLink;
import org.scaena.osc.OscMessage;
import org.scaena.osc.OscPacket;
import org.scaena.osc.OscReceiver;

/** Whoever receives is told what is sent. */
@Timeout(60)
class SentTest {

    private final ScaenaCodec codec = new ScaenaCodec();
    private final ChannelTransport transport = new ChannelTransport(codec, LinkLimits.DEFAULT);
    private final List<OscPacket> sent = new CopyOnWriteArrayList<>();

    private class Recorder implements OscReceiver {

        @Override
        public void received(OscPacket packet) {
            // the peer says nothing of interest
        }

        @Override
        public void sent(ByteBuffer buffer, int offset, int bytes) {
            sent.add(codec.decode(buffer.duplicate().limit(offset + bytes).position(offset)));
        }
    }

    @Test
    void theBytesThatLeaveOverUdpAreToldInTheirOrder() throws Exception {
        try (UdpPeer peer = new UdpPeer();
                OscLink link = transport.open("u", peer.endpoint(), 0, new Recorder())) {
            List<OscPacket> arrived = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                link.send(OscMessage.of("/n", i, "text"));
                arrived.add(peer.packet());
            }
            assertThat(sent).isEqualTo(arrived);
        }
    }

    @Test
    void theBytesThatLeaveOverTcpAreToldWithoutTheirFrames() throws Exception {
        try (TcpPeer peer = new TcpPeer();
                OscLink link = transport.open("t", peer.endpoint(), 0, new Recorder())) {
            link.send(OscMessage.of("/n", 1));
            link.send(OscMessage.of("/long", "x".repeat(100_000)));
        }
        assertThat(sent)
                .containsExactly(
                        OscMessage.of("/n", 1), OscMessage.of("/long", "x".repeat(100_000)));
    }

    @Test
    void aRecorderThatThrowsCostsNoPacket() throws Exception {
        Recorder broken =
                new Recorder() {
                    @Override
                    public void sent(ByteBuffer buffer, int offset, int bytes) {
                        throw new IllegalStateException("on purpose");
                    }
                };
        try (UdpPeer peer = new UdpPeer();
                OscLink link = transport.open("b", peer.endpoint(), 0, broken)) {
            link.send(OscMessage.of("/n", 1));
            assertThat(peer.packet()).isEqualTo(OscMessage.of("/n", 1));
            assertThat(link.statistics().receiverErrors()).isOne();
        }
    }
}
