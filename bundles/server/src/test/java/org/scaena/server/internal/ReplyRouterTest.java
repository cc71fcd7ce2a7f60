package org.scaena.server.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.scaena.command.Command;
import org.scaena.command.CommandFailedException;
import org.scaena.command.Done;
import org.scaena.command.NotRunningException;
import org.scaena.command.Reply;
import org.scaena.command.ReplyKey;
import org.scaena.osc.OscMessage;

class ReplyRouterTest {

    private final ReplyRouter router = new ReplyRouter();

    @Test
    void matchesByContentAndNotByOrder() {
        Reply<Integer> first = expectNode(1000);
        Reply<Integer> second = expectNode(1001);

        assertThat(router.route(OscMessage.of("/n_info", 1001, 7))).isTrue();
        assertThat(first).isNotDone();
        assertThat(second).isCompletedWithValue(7);
        assertThat(router.route(OscMessage.of("/n_info", 1002, 7))).isFalse();
    }

    @Test
    void failsTheRequestThatTheServerNames() {
        Reply<Integer> query = expectNode(1000);

        assertThat(router.route(OscMessage.of("/fail", "/n_query", "Node 1000 not found")))
                .isTrue();
        assertThatThrownBy(query::await)
                .isInstanceOf(CommandFailedException.class)
                .hasMessage("/n_query: Node 1000 not found");
    }

    @Test
    void aFailureThatNobodyAwaitsIsNoAnswer() {
        expectNode(1000);

        assertThat(router.route(OscMessage.of("/fail", "/s_new", "SynthDef not found"))).isFalse();
    }

    @Test
    void passesOverRequestsWhoseTimeRanOut() {
        Reply<Integer> late = expectNode(1000);
        late.completeExceptionally(new NotRunningException("too late"));
        Reply<Integer> next = expectNode(1000);

        router.route(OscMessage.of("/n_info", 1000, 3));

        assertThat(next).isCompletedWithValue(3);
    }

    @Test
    void anUnreadableAnswerFailsItsRequestOnly() {
        Reply<Integer> query = expectNode(1000);

        assertThat(router.route(OscMessage.of("/n_info", 1000))).isTrue();

        assertThat(query).isCompletedExceptionally();
    }

    @Test
    void failsAllThatIsOpenWhenTheServerGoes() {
        Reply<Integer> query = expectNode(1000);
        Reply<Done> synth = new Reply<>("/s_new");
        router.expectFailure("/s_new", synth);

        router.failAll(new NotRunningException("gone"));

        assertThatThrownBy(query::await).isInstanceOf(NotRunningException.class);
        assertThatThrownBy(synth::await).isInstanceOf(NotRunningException.class);
    }

    private Reply<Integer> expectNode(int id) {
        Reply<Integer> reply = new Reply<>("/n_query");
        ReplyKey key = ReplyKey.of("/n_info", id);
        router.expect(
                Command.answered(OscMessage.of("/n_query", id), key, answer -> answer.intAt(1)),
                key,
                reply);
        return reply;
    }
}
