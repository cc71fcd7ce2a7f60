package org.scaena.server.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.scaena.server.internal.Turns.Kind.ALONE;
import static org.scaena.server.internal.Turns.Kind.ASYNCHRONOUS;
import static org.scaena.server.internal.Turns.Kind.IMMEDIATE;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.scaena.command.Done;
import org.scaena.command.Reply;

class TurnsTest {

    private final Turns turns = new Turns();
    private final List<String> sent = new ArrayList<>();

    private Reply<Done> send(Turns.Kind kind, String name) {
        Reply<Done> answer = new Reply<>(name);
        turns.take(
                kind,
                name,
                () -> {
                    sent.add(name);
                    return answer;
                });
        return answer;
    }

    @Test
    void whatIsDoneOnOneThreadLeavesAtOnce() {
        send(ASYNCHRONOUS, "zero");
        send(ASYNCHRONOUS, "gen");
        assertThat(sent).containsExactly("zero", "gen");
    }

    @Test
    void whatIsDoneInTheAudioThreadWaitsForWhatIsNot() {
        Reply<Done> zero = send(ASYNCHRONOUS, "zero");
        send(IMMEDIATE, "set");
        send(ASYNCHRONOUS, "gen");
        assertThat(sent).containsExactly("zero");

        zero.complete(Done.DONE);
        assertThat(sent).containsExactly("zero", "set", "gen");
    }

    @Test
    void whatTakesSeveralCommandsIsNotInterrupted() {
        send(IMMEDIATE, "set");
        Reply<Done> load = send(ALONE, "load");
        send(ASYNCHRONOUS, "zero");
        send(IMMEDIATE, "get");
        assertThat(sent).containsExactly("set", "load");

        load.complete(Done.DONE);
        assertThat(sent).containsExactly("set", "load", "zero");
    }

    @Test
    void aFailureHoldsNobodyUp() {
        Reply<Done> read = send(ALONE, "read");
        send(IMMEDIATE, "get");
        read.completeExceptionally(new IllegalStateException("no file"));
        assertThat(sent).containsExactly("read", "get");

        Reply<Done> refused =
                turns.take(
                        ALONE,
                        "refused",
                        () -> {
                            throw new IllegalStateException("not sent");
                        });
        assertThat(refused).isCompletedExceptionally();
        send(IMMEDIATE, "get again");
        assertThat(sent).endsWith("get again");
    }

    /** Whoever gives up waiting must not let later commands overtake. */
    @Test
    void anAbandonedReplyChangesNothingOfTheOrder() {
        Reply<Done> answer = new Reply<>("zero");
        Reply<Done> held = turns.take(ASYNCHRONOUS, "zero", () -> answer);
        held.completeExceptionally(new IllegalStateException("given up"));
        send(IMMEDIATE, "set");
        assertThat(sent).isEmpty();

        answer.complete(Done.DONE);
        assertThat(sent).containsExactly("set");
    }

    @Test
    void manyThatWaitAreDoneInOrder() {
        Reply<Done> alloc = send(ALONE, "alloc");
        List<String> names = new ArrayList<>(List.of("alloc"));
        for (int i = 0; i < 10_000; i++) {
            names.add("set " + i);
            send(IMMEDIATE, "set " + i);
        }
        alloc.complete(Done.DONE);
        assertThat(sent).isEqualTo(names);
    }
}
