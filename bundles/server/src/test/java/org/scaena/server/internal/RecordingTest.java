package org.scaena.server.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.scaena.node.GroupSnapshot;
import org.scaena.node.NodeState;
import org.scaena.osc.OscBundle;
import org.scaena.osc.OscCodec;
import org.scaena.osc.OscMessage;
import org.scaena.osc.internal.ScaenaCodec;

class RecordingTest {

    private static final OscCodec CODEC = new ScaenaCodec();
    private static final BlackBoxSettings SETTINGS =
            new BlackBoxSettings(Duration.ofHours(1), 1 << 20);

    @Test
    void allThatANewServerWasSentIsInIt() {
        Recording recording = Recording.fromBegin(SETTINGS);
        send(recording, "/first");
        recording.add(openingNow());
        send(recording, "/second");

        assertThat(texts(recording)).containsExactly("/first", "/second");
        assertThat(recording.wantsOpening()).isFalse();
    }

    @Test
    void whereTheBeginIsLostItStartsWithWhatTheServerHadLater() {
        Recording recording = Recording.fromBegin(SETTINGS);
        int early = flood(recording, "/early");
        assertThat(recording.wantsOpening()).isTrue();
        recording.add(openingNow());
        for (int i = 0; i < early / 2; i++) {
            send(recording, "/late");
        }

        List<String> texts = texts(recording);

        assertThat(texts).startsWith("/g_new 1 1 0", "/late").doesNotContain("/early");
        assertThat(texts).hasSize(early / 2 + 1);
    }

    /** Before a server is ready it is asked for its status only. */
    @Test
    void itBeginsWithTheFirstPacketThatIsInIt() {
        Recording recording = Recording.fromBegin(SETTINGS);
        send(recording, "/status");
        send(recording, "/first");

        byte[] bundle = recording.score(CODEC).get(0);

        assertThat(((OscBundle) CODEC.decode(ByteBuffer.wrap(bundle))).time().ntp()).isZero();
    }

    @Test
    void aServerThatWasFoundWantsToBeLookedAtAtOnce() {
        assertThat(Recording.fromNow(SETTINGS).wantsOpening()).isTrue();
    }

    @Test
    void whatIsOffKeepsNothing() {
        Recording off = Recordings.off();
        send(off, "/lost");

        assertThat(off.isOn()).isFalse();
        assertThat(off.wantsOpening()).isFalse();
        assertThat(off.score(CODEC)).isEmpty();
    }

    /** Fills the whole ring; how many packets it took. */
    private static int flood(Recording recording, String address) {
        int packets = (int) (SETTINGS.maxBytes() / 20);
        for (int i = 0; i < packets; i++) {
            send(recording, address);
        }
        return packets;
    }

    private static Opening openingNow() {
        GroupSnapshot one = new GroupSnapshot(1, NodeState.PLAYING, List.of());
        return new Opening(
                System.nanoTime(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new GroupSnapshot(0, NodeState.PLAYING, List.of(one)));
    }

    private static void send(Recording recording, String address) {
        OscMessage message = OscMessage.of(address);
        ByteBuffer buffer = ByteBuffer.allocate(CODEC.size(message));
        CODEC.encode(message, buffer);
        recording.sent(buffer, 0, buffer.position());
    }

    private static List<String> texts(Recording recording) {
        return recording.score(CODEC).stream()
                .map(bytes -> OscText.of(CODEC.decode(ByteBuffer.wrap(bytes))))
                .toList();
    }
}
