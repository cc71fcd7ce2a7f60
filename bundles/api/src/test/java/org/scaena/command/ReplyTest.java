package org.scaena.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ReplyTest {

    @Test
    void throwsTheServersOwnExceptionNotAWrapper() {
        CommandFailedException failure = new CommandFailedException("/s_new", "duplicate node ID");
        assertThatThrownBy(() -> Reply.failed(failure).await()).isSameAs(failure);
    }

    @Test
    void namesWhatWasAwaitedWhenTheDeadlinePasses() {
        assertThatThrownBy(() -> new Reply<Done>("/sync").await(Duration.ofMillis(1)))
                .isInstanceOf(ReplyTimeoutException.class)
                .hasMessage("no reply to /sync within 1 ms");
        assertThat(Reply.of(Done.DONE).await()).isEqualTo(Done.DONE);
    }
}
