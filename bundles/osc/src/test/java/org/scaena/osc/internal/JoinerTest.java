package org.scaena.osc.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.scaena.osc.OscBlob;
import org.scaena.osc.OscBundle;
import org.scaena.osc.OscMessage;
import org.scaena.osc.OscPacket;
import org.scaena.osc.OscTimeTag;

class JoinerTest {

    private static final OscMessage A = OscMessage.of("/a");
    private static final OscMessage B = OscMessage.of("/b");
    private static final OscMessage ALONE = OscMessage.of("/alone");
    private static final OscTimeTag TIME = new OscTimeTag(8);
    private static final OscTimeTag LATER = new OscTimeTag(9);

    private final LinkCounters counters = new LinkCounters();
    private final List<OscPacket> out = new ArrayList<>();
    private final Joiner joiner =
            new Joiner(new SmallPeer(), new ScaenaCodec()::size, out::add, counters);

    @Test
    void leavesASinglePacketAsItIs() {
        OscBundle bundle = OscBundle.of(TIME, A, B);
        assertThat(joined(A)).containsExactly(A);
        assertThat(joined(bundle)).containsExactly(bundle);
        assertThat(joined(OscBundle.of(TIME))).containsExactly(OscBundle.of(TIME));
    }

    @Test
    void joinsMessagesAndBundlesForNowInOrder() {
        assertThat(joined(A, B, now(B, A), A)).containsExactly(now(A, B, B, A, A));
        assertThat(counters.snapshot(0, 0).messagesJoined()).isEqualTo(5);
    }

    @Test
    void joinsWhatIsForTheSameTimeOnly() {
        OscBundle first = OscBundle.of(TIME, A);
        OscBundle second = OscBundle.of(TIME, B);
        OscBundle third = OscBundle.of(LATER, B);
        assertThat(joined(A, first, second, third, B))
                .containsExactly(A, OscBundle.of(TIME, A, B), third, B);
    }

    @Test
    void letsAMessageAloneThatMeansSomethingElseInABundle() {
        assertThat(joined(A, B, ALONE, B, A)).containsExactly(now(A, B), ALONE, now(B, A));
        assertThat(joined(A, now(B, ALONE), B)).containsExactly(A, now(B, ALONE), B);
    }

    @Test
    void staysBelowTheLengthAndTheNoticesOfTheLimits() {
        OscMessage half = OscMessage.of("/x", OscBlob.of(new byte[80]));
        assertThat(joined(half, half, A)).containsExactly(half, now(half, A));
        OscMessage create = OscMessage.of("/new");
        List<OscPacket> six = joined(create, create, create, create, create, create);
        assertThat(six).containsExactly(now(create, create, create, create, create), create);
    }

    @Test
    void passesOnWhatIsLongerThanAJoinedBundleMayBe() {
        OscMessage big = OscMessage.of("/x", OscBlob.of(new byte[5_000]));
        assertThat(joined(A, big, B, A)).containsExactly(A, big, now(B, A));
    }

    private List<OscPacket> joined(OscPacket... packets) {
        out.clear();
        Stream.of(packets).forEach(joiner::add);
        joiner.flush();
        return List.copyOf(out);
    }

    private static OscBundle now(OscPacket... messages) {
        return OscBundle.of(OscTimeTag.IMMEDIATELY, messages);
    }
}
