package org.scaena.server.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.scaena.command.Done;
import org.scaena.command.Reply;

class WindowTest {

    private final List<Reply<Done>> asked = new ArrayList<>();

    private Reply<Done> ask(int item) {
        Reply<Done> answer = new Reply<>("item " + item);
        asked.add(answer);
        return answer;
    }

    @Test
    void onlyAFewAreUnderWay() {
        Reply<Done> all = Window.over("items", 2, List.of(1, 2, 3), this::ask);
        assertThat(asked).hasSize(2);

        asked.get(1).complete(Done.DONE);
        assertThat(asked).hasSize(3);
        asked.get(0).complete(Done.DONE);
        assertThat(all).isNotDone();
        asked.get(2).complete(Done.DONE);
        assertThat(all).isCompletedWithValue(Done.DONE);
    }

    @Test
    void nothingIsDoneAtOnce() {
        assertThat(Window.over("items", 2, List.of(), this::ask)).isCompleted();
        assertThat(Window.over("items", 2, List.of(1, 2, 3), item -> Reply.of(Done.DONE)))
                .isCompleted();
    }

    @Test
    void theFirstFailureEndsIt() {
        Reply<Done> all = Window.over("items", 2, List.of(1, 2, 3), this::ask);
        asked.get(0).completeExceptionally(new IllegalStateException("lost"));

        assertThat(all).isCompletedExceptionally();
        asked.get(1).complete(Done.DONE);
        assertThat(asked).hasSize(2);
    }
}
