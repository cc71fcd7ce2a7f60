package org.scaena.osc.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.scaena.osc.OscLink;
import org.scaena.osc.OscLinkException;
import org.scaena.osc.OscMessage;

@Timeout(60)
class LinkCloseTest {

    private final ChannelTransport transport =
            new ChannelTransport(new ScaenaCodec(), LinkLimits.DEFAULT);
    private final Inbox inbox = new Inbox();

    @Test
    void sendsWhatIsQueuedAndLeavesNoThread() throws Exception {
        try (UdpPeer peer = new UdpPeer()) {
            OscLink link = transport.open("flush", peer.endpoint(), 0, inbox);
            assertThat(LinkThreads.of("flush")).hasSize(2);
            for (int i = 0; i < 500; i++) {
                link.send(OscMessage.of("/n", i));
            }
            link.close();
            link.close();
            assertThat(LinkThreads.of("flush")).isEmpty();
            assertThat(link.statistics().packetsSent()).isEqualTo(500);
            for (int i = 0; i < 500; i++) {
                assertThat(peer.message().intAt(0)).isEqualTo(i);
            }
            assertThatThrownBy(() -> link.send(OscMessage.of("/late")))
                    .isInstanceOf(OscLinkException.class)
                    .hasMessageContaining("open a new one");
        }
    }

    @Test
    void mayBeAskedForByTheReceiverItself() throws Exception {
        CompletableFuture<OscLink> self = new CompletableFuture<>();
        CountDownLatch closed = new CountDownLatch(1);
        try (UdpPeer peer = new UdpPeer()) {
            OscLink link =
                    transport.open(
                            "self",
                            peer.endpoint(),
                            0,
                            packet -> {
                                self.join().close();
                                closed.countDown();
                            });
            self.complete(link);
            peer.send(OscMessage.of("/quit"), link.local());
            assertThat(closed.await(20, TimeUnit.SECONDS)).isTrue();
            link.close();
            assertThat(LinkThreads.of("self")).isEmpty();
        }
    }

    @Test
    void happensToAllLinksWhenTheTransportStops() throws Exception {
        try (UdpPeer peer = new UdpPeer()) {
            OscLink link = transport.open("stop", peer.endpoint(), 0, inbox);
            link.send(OscMessage.of("/last"));
            transport.stop();
            assertThat(LinkThreads.of("stop")).isEmpty();
            assertThat(peer.message().address()).isEqualTo("/last");
            assertThatThrownBy(() -> transport.open("stop", peer.endpoint(), 0, inbox))
                    .isInstanceOf(OscLinkException.class);
            assertThat(LinkThreads.of("stop")).isEmpty();
        }
    }
}
