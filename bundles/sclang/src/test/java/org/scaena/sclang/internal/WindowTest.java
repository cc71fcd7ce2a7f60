package org.scaena.sclang.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WindowTest {

    private final Window window = new Window();
    private final List<Integer> sent = new ArrayList<>();
    private final List<CompletableFuture<String>> replies = new ArrayList<>();

    private void send(int count) {
        for (int i = 0; i < count; i++) {
            int number = replies.size();
            CompletableFuture<String> reply = new CompletableFuture<>();
            replies.add(reply);
            window.send(() -> sent.add(number), reply);
        }
    }

    @Test
    void allAreSentInOrderButFewAtOnce() {
        send(20);
        assertThat(sent).hasSize(8);

        replies.get(3).complete("");
        assertThat(sent).hasSize(9);

        replies.subList(0, 8).forEach(reply -> reply.complete(""));
        assertThat(sent).isEqualTo(IntStream.range(0, 16).boxed().toList());
        replies.subList(8, 16).forEach(reply -> reply.complete(""));
        assertThat(sent).isEqualTo(IntStream.range(0, 20).boxed().toList());
    }

    @Test
    void whoWaitsNoMoreIsNotSent() {
        send(10);
        replies.get(8).completeExceptionally(new IllegalStateException("too late"));
        replies.get(0).complete("");

        assertThat(sent).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 9);
    }

    @Test
    void manyThatAreAnsweredAtOnceNeedNoStack() {
        send(8);
        List<CompletableFuture<String>> many =
                Stream.generate(CompletableFuture<String>::new).limit(100_000).toList();
        many.forEach(reply -> window.send(() -> reply.complete(""), reply));
        replies.get(0).complete("");

        assertThat(many).allMatch(CompletableFuture::isDone);
    }
}
