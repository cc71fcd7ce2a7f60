package org.scaena.osc.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WindowTest {

    private final Window window = new Window(new SmallPeer().limits());

    @Test
    void admitsNoMoreThanThePeerHolds() {
        window.sent(600, 0);
        assertThat(window.admits(400, 0)).isTrue();
        assertThat(window.admits(401, 0)).isFalse();
        window.sent(0, 8);
        assertThat(window.admits(0, 2)).isTrue();
        assertThat(window.admits(0, 3)).isFalse();
    }

    @Test
    void admitsWhatIsLargerThanTheWindowWhenNothingElseIsUnderWay() {
        assertThat(window.admits(5_000, 0)).isTrue();
        window.sent(5_000, 0);
        assertThat(window.admits(1, 0)).isFalse();
        window.answered(window.probe(100));
        assertThat(window.admits(5_000, 0)).isTrue();
    }

    @Test
    void takesOutWhatWasSentBeforeAnAnsweredProbe() {
        window.sent(200, 0);
        assertThat(window.isProbeDue()).isFalse();
        window.sent(100, 0);
        assertThat(window.isProbeDue()).isTrue();
        int first = window.probe(100);
        assertThat(window.isUnprobed()).isFalse();
        window.sent(300, 0);
        int second = window.probe(100);
        window.sent(100, 0);
        assertThat(window.admits(200, 0)).isFalse();
        window.answered(first);
        assertThat(window.admits(500, 0)).isTrue();
        window.answered(second);
        assertThat(window.admits(900, 0)).isTrue();
        assertThat(window.admits(901, 0)).isFalse();
    }

    @Test
    void believesALaterAnswerWhenEarlierOnesWereLostAndNoneTwice() {
        window.sent(300, 0);
        int lost = window.probe(100);
        window.sent(300, 0);
        int heard = window.probe(100);
        window.answered(heard);
        window.sent(1_000, 0);
        window.answered(lost);
        window.answered(4711);
        assertThat(window.admits(1, 0)).isFalse();
    }

    @Test
    void wakesWhoWaitsForAnAnswer() throws Exception {
        window.sent(1_000, 0);
        int probe = window.probe(0);
        assertThat(window.await(1, 0, 0)).isFalse();
        CompletableFuture<Boolean> waiting =
                CompletableFuture.supplyAsync(() -> window.await(1, 0, 8));
        window.answered(probe);
        assertThat(waiting.get()).isTrue();
    }

    @Test
    void forgetsWhatWasUnderWayToAPeerThatIsGone() {
        window.sent(1_000, 10);
        window.reset();
        assertThat(window.admits(1_000, 10)).isTrue();
        assertThat(window.isUnprobed()).isFalse();
    }

    @Test
    void letsEverythingPassWhenItIsOpened() {
        window.sent(1_000, 10);
        window.open();
        assertThat(window.await(1_000, 10, 0)).isTrue();
        assertThat(window.isProbeDue()).isFalse();
    }
}
