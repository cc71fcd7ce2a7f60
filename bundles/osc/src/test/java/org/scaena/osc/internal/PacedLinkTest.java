package org.scaena.osc.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.scaena.osc.OscBundle;
import org.scaena.osc.OscLink;
import org.scaena.osc.OscLinkException;
import org.scaena.osc.OscMessage;
import org.scaena.osc.OscPacket;
import org.scaena.osc.OscTimeTag;

/** A link to a peer with little room, see {@link SmallPeer}. */
@Timeout(60)
class PacedLinkTest {

    private final ChannelTransport transport =
            new ChannelTransport(new ScaenaCodec(), LinkLimits.DEFAULT);
    private final Inbox inbox = new Inbox();
    private UdpPeer peer;
    private OscLink link;

    @BeforeEach
    void open() throws IOException {
        peer = new UdpPeer();
        link = transport.open("paced", peer.endpoint(), 0, inbox, new SmallPeer());
    }

    @AfterEach
    void close() {
        // first the peer, so that what would wait for its answers is not waited for
        peer.close();
        link.send(OscMessage.of("/anyone"));
        link.close();
        assertThat(LinkThreads.of("paced")).isEmpty();
    }

    @Test
    void sendsAtOnceAndAsItIsWhatNothingWaitsFor() throws Exception {
        OscBundle bundle = OscBundle.of(OscTimeTag.IMMEDIATELY, OscMessage.of("/b"));
        link.send(OscMessage.of("/a"));
        assertThat(peer.packet()).isEqualTo(OscMessage.of("/a"));
        link.send(bundle);
        assertThat(peer.packet()).isEqualTo(bundle);
    }

    @Test
    void keepsTheOrderAndJoinsWhatHasToWait() throws Exception {
        int count = 2_000;
        Thread sender = sendNumbers(count);
        List<Integer> numbers = new ArrayList<>();
        while (numbers.size() < count) {
            take(peer.packet(), numbers);
        }
        sender.join();
        assertThat(numbers).isSorted().doesNotHaveDuplicates();
        assertThat(link.statistics().messagesJoined()).isPositive();
        assertThat(link.statistics().packetsSent()).isLessThan(count);
        assertThat(link.statistics().pauses()).isPositive();
        assertThat(inbox.isEmpty()).as("answers to probes are the link's own").isTrue();
    }

    private Thread sendNumbers(int count) {
        Thread sender =
                new Thread(
                        () -> {
                            for (int i = 0; i < count; i++) {
                                link.send(OscMessage.of("/new", i));
                            }
                        });
        sender.start();
        return sender;
    }

    /** Keeps the numbers of messages and answers probes. */
    private void take(OscPacket packet, List<Integer> numbers) throws IOException {
        if (packet instanceof OscBundle bundle) {
            assertThat(bundle.time()).isEqualTo(OscTimeTag.IMMEDIATELY);
            for (OscPacket element : bundle.elements()) {
                take(element, numbers);
            }
        } else if (packet instanceof OscMessage message) {
            if (message.address().equals("/probe")) {
                peer.send(OscMessage.of("/probed", message.intAt(0)), link.local());
            } else {
                numbers.add(message.intAt(0));
            }
        }
    }

    @Test
    void holdsTheRestBackUntilThePeerHasTakenWhatIsUnderWay() throws Exception {
        sendNumbers(11).join();
        List<OscPacket> first = new ArrayList<>();
        int probes = 0;
        while (probes < 5) {
            OscPacket packet = peer.packet();
            if (packet instanceof OscMessage message && message.address().equals("/probe")) {
                probes++;
            }
            first.add(packet);
        }
        assertThat(link.statistics().probesRepeated()).as("asked again").isPositive();
        List<Integer> numbers = new ArrayList<>();
        for (OscPacket packet : first) {
            take(packet, numbers);
        }
        assertThat(numbers).hasSizeLessThan(11);
        while (numbers.size() < 11) {
            take(peer.packet(), numbers);
        }
        assertThat(numbers).isSorted();
    }

    @Test
    void goesOnWhenAPeerThatOwesAnswersIsGone() throws Exception {
        sendNumbers(11).join();
        peer.packet();
        peer.close();
        assertThat(inbox.farewell()).contains("nobody listens");
    }

    @Test
    void refusesABundleThatTouchesMoreNodesThanThePeerTellsOf() {
        List<OscPacket> many = Collections.nCopies(11, OscMessage.of("/new"));
        OscBundle bundle = new OscBundle(OscTimeTag.IMMEDIATELY, many);
        assertThatThrownBy(() -> link.send(bundle))
                .isInstanceOf(OscLinkException.class)
                .hasMessageContaining("touches 11 nodes at once");
    }

    @Test
    void keepsBundlesFarAheadAndHandsThemOverWhenItIsClosed() throws Exception {
        List<OscBundle> bundles = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            OscTimeTag time = OscTimeTag.of(Instant.now().plusSeconds(1_000 + i));
            bundles.add(OscBundle.of(time, OscMessage.of("/later", i)));
            link.send(bundles.get(i));
        }
        assertThat(next()).isEqualTo(bundles.get(0));
        assertThat(next()).isEqualTo(bundles.get(1));
        link.send(OscMessage.of("/now"));
        assertThat(next()).as("does not wait for them").isEqualTo(OscMessage.of("/now"));
        assertThat(link.statistics().bundlesHeld()).isEqualTo(3);
        Thread closing = new Thread(link::close);
        closing.start();
        assertThat(next()).isEqualTo(bundles.get(2));
        closing.join();
        assertThat(link.statistics().bundlesHeld()).isZero();
        link = transport.open("paced", peer.endpoint(), 0, inbox, new SmallPeer());
    }

    @Test
    void forgetsBundlesForLaterTogetherWithThePeer() throws Exception {
        for (int i = 0; i < 5; i++) {
            OscTimeTag time = OscTimeTag.of(Instant.now().plusSeconds(1_000 + i));
            link.send(OscBundle.of(time, OscMessage.of("/later", i)));
        }
        next();
        next();
        link.send(OscMessage.of("/forget"));
        assertThat(next()).isEqualTo(OscMessage.of("/forget"));
        link.send(OscMessage.of("/now"));
        assertThat(next()).isEqualTo(OscMessage.of("/now"));
        assertThat(link.statistics().bundlesHeld()).isZero();
    }

    /** The next packet that is no probe; probes are answered. */
    private OscPacket next() throws IOException {
        OscPacket packet = peer.packet();
        while (packet instanceof OscMessage message && message.address().equals("/probe")) {
            peer.send(OscMessage.of("/probed", message.intAt(0)), link.local());
            packet = peer.packet();
        }
        return packet;
    }
}
