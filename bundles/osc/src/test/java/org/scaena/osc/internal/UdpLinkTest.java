package org.scaena.osc.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.scaena.osc.OscBlob;
import org.scaena.osc.OscBundle;
import org.scaena.osc.OscFormatException;
import org.scaena.osc.OscFormatException.Reason;
import org.scaena.osc.OscLink;
import org.scaena.osc.OscLinkException;
import org.scaena.osc.OscMessage;
import org.scaena.osc.OscPacket;
import org.scaena.osc.OscReceiver;
import org.scaena.osc.OscTimeTag;
import org.scaena.osc.OscTrace;
import org.scaena.osc.conformance.Bytes;

@Timeout(60)
class UdpLinkTest {

    private final ChannelTransport transport =
            new ChannelTransport(new ScaenaCodec(), LinkLimits.DEFAULT);
    private final Inbox inbox = new Inbox();

    @Test
    void carriesMessagesBothWaysAndKeepsATrace() throws Exception {
        OscMessage ask = OscMessage.of("/sync", 1);
        OscMessage answer = OscMessage.of("/synced", 1);
        try (UdpPeer peer = new UdpPeer();
                OscLink link = transport.open("both", peer.endpoint(), 0, inbox)) {
            assertThat(link.remote()).isEqualTo(peer.endpoint());
            assertThat(link.local().getAddress().isLoopbackAddress()).isTrue();
            link.send(ask);
            assertThat(peer.packet()).isEqualTo(ask);
            peer.send(answer, link.local());
            assertThat(inbox.message()).isEqualTo(answer);
            assertThat(link.trace()).extracting(OscTrace::packet).containsExactly(ask, answer);
            assertThat(link.statistics().bytesReceived()).isEqualTo(16);
            assertThat(link.statistics().receiveBufferBytes()).isPositive();
        }
    }

    @Test
    void keepsTheOrderOfEachSender() throws Exception {
        try (UdpPeer peer = new UdpPeer();
                OscLink link = transport.open("order", peer.endpoint(), 0, inbox)) {
            List<Thread> senders = new ArrayList<>();
            for (int sender = 0; sender < 2; sender++) {
                senders.add(sender(link, "/" + sender, 1_000));
            }
            int[] next = new int[2];
            for (int i = 0; i < 2_000; i++) {
                OscMessage message = peer.message();
                int sender = message.address().charAt(1) - '0';
                assertThat(message.intAt(0)).isEqualTo(next[sender]++);
            }
            for (Thread sender : senders) {
                sender.join();
            }
        }
    }

    private static Thread sender(OscLink link, String address, int count) {
        Thread thread =
                new Thread(
                        () -> {
                            for (int i = 0; i < count; i++) {
                                link.send(OscMessage.of(address, i));
                            }
                        });
        thread.start();
        return thread;
    }

    @Test
    void hearsItsPeerOnlyAndSurvivesWhateverThatSends() throws Exception {
        OscMessage good = OscMessage.of("/still", "here");
        try (UdpPeer peer = new UdpPeer();
                UdpPeer stranger = new UdpPeer();
                OscLink link = transport.open("hostile", peer.endpoint(), 0, inbox)) {
            stranger.send(OscMessage.of("/forged"), link.local());
            peer.send(new byte[0], link.local());
            peer.send(new byte[3], link.local());
            peer.send(new byte[4], link.local());
            peer.send(Bytes.of("'/abc'"), link.local());
            peer.send(Bytes.of("'/abcd'"), link.local());
            peer.send(good, link.local());
            assertThat(inbox.message()).isEqualTo(good);
            assertThat(inbox.isEmpty()).isTrue();
            assertThat(link.statistics().packetsReceived()).isEqualTo(6);
            assertThat(link.statistics().refused())
                    .isEqualTo(
                            Map.of(
                                    Reason.EMPTY, 1L,
                                    Reason.UNALIGNED, 2L,
                                    Reason.BAD_MESSAGE, 1L,
                                    Reason.UNTERMINATED, 1L));
        }
    }

    @Test
    void goesOnAfterAReceiverThrewAndInterruptedItself() throws Exception {
        OscReceiver faulty =
                packet -> {
                    if (packet.equals(OscMessage.of("/throw"))) {
                        Thread.currentThread().interrupt();
                        throw new StackOverflowError("a plugin's mistake, made by the test");
                    }
                    inbox.received(packet);
                };
        try (UdpPeer peer = new UdpPeer();
                OscLink link = transport.open("faulty", peer.endpoint(), 0, faulty)) {
            peer.send(OscMessage.of("/throw"), link.local());
            peer.send(OscMessage.of("/next"), link.local());
            assertThat(inbox.message().address()).isEqualTo("/next");
            assertThat(link.statistics().receiverErrors()).isOne();
        }
    }

    @Test
    void isNotClosedByTheInterruptOfASender() throws Exception {
        try (UdpPeer peer = new UdpPeer();
                OscLink link = transport.open("interrupt", peer.endpoint(), 0, inbox)) {
            Thread.currentThread().interrupt();
            link.send(OscMessage.of("/interrupted"));
            assertThat(Thread.interrupted()).isTrue();
            link.send(OscMessage.of("/on"));
            assertThat(peer.message().address()).isEqualTo("/interrupted");
            assertThat(peer.message().address()).isEqualTo("/on");
        }
    }

    @Test
    void tellsThatThePeerIsGoneAndIsUsableWhenItIsBack() throws Exception {
        UdpPeer first = new UdpPeer();
        try (OscLink link = transport.open("gone", first.endpoint(), 0, inbox)) {
            first.close();
            link.send(OscMessage.of("/status"));
            assertThat(inbox.farewell()).contains("nobody listens");
            try (UdpPeer second = new UdpPeer(first(link))) {
                link.send(OscMessage.of("/again"));
                assertThat(second.message().address()).isEqualTo("/again");
                second.send(OscMessage.of("/hello"), link.local());
                assertThat(inbox.message().address()).isEqualTo("/hello");
            }
        }
    }

    private static int first(OscLink link) {
        return link.remote().port();
    }

    @Test
    void losesNoPacketToTheReportOfAnEarlierOne() throws Exception {
        UdpPeer peer = new UdpPeer();
        OscLink link = transport.open("report", peer.endpoint(), 0, inbox);
        peer.close();
        for (int i = 0; i < 1_000; i++) {
            link.send(OscMessage.of("/status"));
        }
        link.close();
        assertThat(link.statistics().packetsSent()).isEqualTo(1_000);
        assertThat(link.statistics().sendErrors()).isZero();
    }

    @Test
    void sendsWhatScsynthWouldMangleAsSeveral() throws Exception {
        OscMessage one = OscMessage.of("/one");
        OscBundle inner = OscBundle.of(new OscTimeTag(9), OscMessage.of("/two"));
        OscTimeTag time = new OscTimeTag(8);
        try (UdpPeer peer = new UdpPeer();
                OscLink link = transport.open("mixed", peer.endpoint(), 0, inbox)) {
            link.send(OscBundle.of(time, one, inner));
            assertThat(peer.packet()).isEqualTo(OscBundle.of(time, one));
            assertThat(peer.packet()).isEqualTo(inner);
        }
    }

    @Test
    void sendsTheLongestDatagramAndRefusesALongerOneWithItsSize() throws Exception {
        OscPacket longest = OscMessage.of("/d_recv", OscBlob.of(new byte[65_488]));
        OscPacket longer = OscMessage.of("/d_recv", OscBlob.of(new byte[65_489]));
        try (UdpPeer peer = new UdpPeer();
                OscLink link = transport.open("long", peer.endpoint(), 0, inbox)) {
            link.send(longest);
            assertThat(peer.packet()).isEqualTo(longest);
            assertThatThrownBy(() -> link.send(longer))
                    .isInstanceOf(OscLinkException.class)
                    .hasMessageContaining("long: /d_recv has 65,508 bytes");
            assertThatThrownBy(() -> link.send(OscMessage.of("/x", "\0")))
                    .isInstanceOf(OscFormatException.class);
        }
    }

    @Test
    void holdsAFixedLocalPortAloneAndGivesItBack() throws Exception {
        try (UdpPeer peer = new UdpPeer()) {
            OscLink link = transport.open("fixed", peer.endpoint(), 0, inbox);
            int port = link.local().getPort();
            assertThatThrownBy(() -> transport.open("second", peer.endpoint(), port, inbox))
                    .isInstanceOf(OscLinkException.class)
                    .hasMessageContaining("choose another local port");
            link.close();
            try (OscLink again = transport.open("again", peer.endpoint(), port, inbox)) {
                assertThat(again.local().getPort()).isEqualTo(port);
            }
        }
    }
}
