package org.scaena.osc.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.scaena.osc.OscBlob;
import org.scaena.osc.OscFormatException.Reason;
import org.scaena.osc.OscLink;
import org.scaena.osc.OscLinkException;
import org.scaena.osc.OscLinkStatistics;
import org.scaena.osc.OscMessage;
import org.scaena.osc.conformance.Bytes;

@Timeout(60)
class TcpLinkTest {

    private static final LinkLimits TIGHT =
            new LinkLimits(4, 4, Duration.ofMillis(100), Duration.ofMillis(100));

    private final ChannelTransport transport =
            new ChannelTransport(new ScaenaCodec(), LinkLimits.DEFAULT);
    private final Inbox inbox = new Inbox();

    @Test
    void putsItsLengthBeforeEachPacketAndReadsFramesHoweverTheyAreCut() throws Exception {
        byte[] frame = Bytes.of("00000010 '/sync' 000000 ',i' 0000 00000001");
        try (TcpPeer peer = new TcpPeer();
                OscLink link = transport.open("tcp", peer.endpoint(), 0, inbox)) {
            peer.accept();
            link.send(OscMessage.of("/sync", 1));
            assertThat(peer.bytes(frame.length)).isEqualTo(frame);
            for (byte single : frame) {
                peer.write(single);
            }
            assertThat(inbox.message()).isEqualTo(OscMessage.of("/sync", 1));
        }
    }

    @Test
    void keepsTheOrderAndClosesBehindTheLastPacket() throws Exception {
        try (TcpPeer peer = new TcpPeer()) {
            OscLink link = transport.open("tcp-order", peer.endpoint(), 0, inbox);
            peer.accept();
            for (int i = 0; i < 5_000; i++) {
                link.send(OscMessage.of("/n", i));
            }
            link.send(OscMessage.of("/big", OscBlob.of(new byte[300_000])));
            Thread closing = new Thread(link::close);
            closing.start();
            for (int i = 0; i < 5_000; i++) {
                assertThat(peer.message().intAt(0)).isEqualTo(i);
            }
            assertThat(peer.message().address()).isEqualTo("/big");
            assertThat(peer.bytes(1)).isEmpty();
            closing.join();
            assertThat(LinkThreads.of("tcp-order")).isEmpty();
        }
    }

    @Test
    void isClosedWhenThePeerHangsUp() throws Exception {
        try (TcpPeer peer = new TcpPeer()) {
            OscLink link = transport.open("hang-up", peer.endpoint(), 0, inbox);
            peer.accept();
            peer.hangUp();
            assertThat(inbox.farewell()).contains("closed the connection");
            assertThatThrownBy(() -> link.send(OscMessage.of("/x")))
                    .isInstanceOf(OscLinkException.class);
            link.close();
            assertThat(LinkThreads.of("hang-up")).isEmpty();
        }
    }

    @Test
    void refusesAFrameThatIsTooLongWithoutMakingRoomForIt() throws Exception {
        try (TcpPeer peer = new TcpPeer();
                OscLink link = transport.open("huge", peer.endpoint(), 0, inbox)) {
            peer.accept();
            peer.write(Bytes.of("00000000 7fffffff"));
            assertThat(inbox.farewell()).contains("2,147,483,647");
            assertThat(link.statistics().refused())
                    .isEqualTo(Map.of(Reason.EMPTY, 1L, Reason.BAD_LENGTH, 1L));
        }
    }

    @Test
    void isClosedWhenAFrameIsCutByTheEndOfTheConnection() throws Exception {
        try (TcpPeer peer = new TcpPeer();
                OscLink link = transport.open("cut", peer.endpoint(), 0, inbox)) {
            peer.accept();
            peer.write(Bytes.of("00000010 '/sync' 00"));
            peer.hangUp();
            assertThat(inbox.farewell()).contains("closed the connection");
            assertThat(inbox.isEmpty()).isTrue();
            assertThat(link.statistics().packetsReceived()).isZero();
        }
    }

    @Test
    void sendsOnAndClosesWhenThePeerFallsSilentInAFrame() throws Exception {
        try (TcpPeer peer = new TcpPeer()) {
            OscLink link = transport.open("silent", peer.endpoint(), 0, inbox);
            peer.accept();
            peer.write(Bytes.of("00000010 '/sync' 00"));
            link.send(OscMessage.of("/status"));
            assertThat(peer.message()).isEqualTo(OscMessage.of("/status"));
            link.close();
            assertThat(LinkThreads.of("silent")).isEmpty();
        }
    }

    @Test
    void pushesBackWhenThePeerTakesNothingAndStillCloses() throws Exception {
        ChannelTransport tight = new ChannelTransport(new ScaenaCodec(), TIGHT);
        OscMessage big = OscMessage.of("/big", OscBlob.of(new byte[1 << 20]));
        try (TcpPeer peer = new TcpPeer()) {
            OscLink link = tight.open("full", peer.endpoint(), 0, inbox);
            peer.accept();
            AtomicInteger taken = new AtomicInteger();
            assertThatThrownBy(
                            () -> {
                                while (taken.get() < 1_000) {
                                    link.send(big);
                                    taken.incrementAndGet();
                                }
                            })
                    .isInstanceOf(OscLinkException.class)
                    .hasMessageContaining("took nothing");
            link.close();
            assertThat(LinkThreads.of("full")).isEmpty();
            OscLinkStatistics statistics = link.statistics();
            assertThat(statistics.sendErrors()).isPositive();
            assertThat(statistics.packetsSent() + statistics.sendErrors()).isEqualTo(taken.get());
        }
    }

    @Test
    void saysWhatToDoWhenNobodyListens() throws Exception {
        TcpPeer peer = new TcpPeer();
        peer.close();
        assertThatThrownBy(() -> transport.open("nobody", peer.endpoint(), 0, inbox))
                .isInstanceOf(OscLinkException.class)
                .hasMessageContaining("check that the peer runs");
    }
}
