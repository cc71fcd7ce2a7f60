package org.scaena.server.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PauseTest {

    @Test
    void anEchoDoesNotUndoWhatWasAskedSince() {
        Pause asked = Pause.NONE.asked(false).asked(true);

        assertThat(asked.told(true).paused()).isFalse();
        assertThat(asked.told(true).told(false)).isEqualTo(Pause.NONE);
    }

    @Test
    void whatOthersDidIsKnown() {
        assertThat(Pause.NONE.told(true).paused()).isTrue();
        assertThat(Pause.NONE.told(true).told(false)).isEqualTo(Pause.NONE);
    }

    @Test
    void nothingComesBackOfWhatChangesNothing() {
        assertThat(Pause.NONE.asked(true)).isEqualTo(Pause.NONE);
        Pause paused = Pause.NONE.asked(false);
        assertThat(paused.asked(false)).isEqualTo(paused);
    }
}
