package org.scaena.osc.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.scaena.osc.OscMessage;
import org.scaena.osc.OscPacket;
import org.scaena.osc.internal.SendQueue.Outcome;

@Timeout(60)
class SendQueueTest {

    private static final OscMessage ONE = OscMessage.of("/one");
    private static final OscMessage TWO = OscMessage.of("/two");

    private final SendQueue queue = new SendQueue(1, new DirectSends(false, () -> 0));

    @Test
    void letsASenderWaitForRoom() throws Exception {
        assertThat(queue.put(ONE, Duration.ZERO)).isEqualTo(Outcome.TAKEN);
        assertThat(queue.put(TWO, Duration.ZERO)).isEqualTo(Outcome.FULL);
        CompletableFuture<Outcome> waiting = CompletableFuture.supplyAsync(this::putTwo);
        assertThat(taken()).containsExactly(ONE);
        assertThat(waiting.get()).isIn(Outcome.TAKEN, Outcome.TAKEN_LATE);
        assertThat(taken()).containsExactly(TWO);
    }

    @Test
    void givesOutWhatItHasAfterClosingAndWakesWhoWaits() throws Exception {
        queue.put(ONE, Duration.ZERO);
        CompletableFuture<Outcome> waiting = CompletableFuture.supplyAsync(this::putTwo);
        assertThat(queue.close()).isTrue();
        assertThat(queue.close()).isFalse();
        assertThat(waiting.get()).isEqualTo(Outcome.CLOSED);
        assertThat(taken()).containsExactly(ONE);
        assertThat(taken()).isNull();
    }

    @Test
    void givesTheRightToTransmitToOneWhileNothingWaits() throws Exception {
        assertThat(queue.claim()).isTrue();
        assertThat(queue.claim()).isFalse();
        queue.release();
        queue.put(ONE, Duration.ZERO);
        assertThat(queue.claim()).isFalse();
        assertThat(queue.take(new ArrayDeque<>(), 0)).containsExactly(ONE);
        assertThat(queue.claim()).isFalse();
        queue.release();
        assertThat(queue.claim()).isTrue();
    }

    /** What is held is due, and nothing is queued that could wake the writer. */
    @Test
    void wakesTheWriterWhoseTimeIsOverWhenASenderIsDone() throws Exception {
        assertThat(queue.claim()).isTrue();
        Thread writer = new Thread(() -> queue.take(new ArrayDeque<>(), 0));
        writer.start();
        while (writer.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }

        queue.release();

        writer.join();
    }

    private @Nullable Deque<OscPacket> taken() {
        Deque<OscPacket> packets = queue.take(new ArrayDeque<>(), Long.MAX_VALUE);
        queue.release();
        return packets;
    }

    private Outcome putTwo() {
        try {
            return queue.put(TWO, Duration.ofSeconds(30));
        } catch (InterruptedException interruption) {
            throw new AssertionError(interruption);
        }
    }
}
