package org.scaena.osc.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.scaena.osc.OscLink;
import org.scaena.osc.OscLinkStatistics;
import org.scaena.osc.OscMessage;
import org.scaena.osc.OscPacket;
import org.scaena.osc.OscReceiver;
import org.scaena.osc.conformance.Capture;
import org.scaena.osc.conformance.RandomPackets;

/** A peer that sends nothing but captured packets with a few bytes changed. */
@Timeout(120)
class HostileDatagramsTest {

    private static final int DATAGRAMS = 50_000;
    private static final int AT_ONCE = 50;
    private static final OscMessage GOOD = OscMessage.of("/still", "here");

    private final Inbox inbox = new Inbox();
    private int received;

    @Test
    void surviveOnALinkAndAreCountedByReason() throws Exception {
        OscReceiver receiver =
                packet -> {
                    received++;
                    keepGood(packet);
                };
        List<Capture> captures =
                Capture.all().stream().filter(one -> one.bytes().length <= 1_024).toList();
        RandomPackets random = new RandomPackets(20_261_125);
        ChannelTransport transport = new ChannelTransport(new ScaenaCodec(), LinkLimits.DEFAULT);
        try (UdpPeer peer = new UdpPeer();
                OscLink link = transport.open("fuzz", peer.endpoint(), 0, receiver)) {
            for (int i = 1; i <= DATAGRAMS; i++) {
                byte[] seed = captures.get(i % captures.size()).bytes();
                peer.send(random.mutated(seed), link.local());
                while (i % AT_ONCE == 0 && link.statistics().packetsReceived() < i) {
                    LockSupport.parkNanos(20_000);
                }
            }
            peer.send(GOOD, link.local());
            assertThat(inbox.message()).isEqualTo(GOOD);
            OscLinkStatistics statistics = link.statistics();
            long refused = statistics.refused().values().stream().mapToLong(n -> n).sum();
            assertThat(refused).isGreaterThan(5_000);
            assertThat(refused + received).isEqualTo(DATAGRAMS + 1);
            assertThat(statistics.refused()).hasSizeGreaterThan(5);
            assertThat(statistics.receiverErrors()).isZero();
            assertThat(LinkThreads.of("fuzz")).hasSize(2);
        }
    }

    private void keepGood(OscPacket packet) {
        if (packet.equals(GOOD)) {
            inbox.received(packet);
        }
    }
}
