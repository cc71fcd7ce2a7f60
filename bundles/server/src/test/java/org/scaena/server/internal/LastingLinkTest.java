package org.scaena.server.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.scaena.catalogue.ControlBusCommands;
import org.scaena.catalogue.NodeCommands;
import org.scaena.command.Done;
import org.scaena.command.Reply;
import org.scaena.command.ServerException;
import org.scaena.osc.OscMessage;

/** What happens to commands and replies while the transport under a link is replaced. */
class LastingLinkTest {

    private final ModelScsynth scsynth = new ModelScsynth();
    private final Links links = new Links(scsynth);
    private final AtomicInteger rejoined = new AtomicInteger();
    private final Session session =
            new Session(
                    "test",
                    links.lasting(),
                    scsynth.remote(),
                    0,
                    Checks.of(4096),
                    Runnable::run,
                    new Incoming() {

                        @Override
                        public void message(OscMessage message, boolean answered) {
                            // every reply is asked for here
                        }

                        @Override
                        public void peerGone(String why) {
                            throw new AssertionError(why);
                        }

                        @Override
                        public void rejoined() {
                            rejoined.incrementAndGet();
                        }
                    },
                    Recordings.off(),
                    held -> {});

    @Test
    void whatWasSentIsAnsweredBeforeTheTransportLeaves() {
        Reply<Float> value = session.request(ControlBusCommands.get(1));
        Reply<Done> silent = session.request(NodeCommands.free(1000));

        links.leave(scsynth);

        assertThat(value).isCompletedWithValue(0.5f);
        assertThat(silent).isCompletedWithValue(Done.DONE);
    }

    @Test
    void whatIsSentMeanwhileWaitsAndComesOnceAndInOrder() {
        links.leave(scsynth);
        CompletableFuture<Void> sent =
                CompletableFuture.runAsync(
                        () -> {
                            for (int i = 0; i < 100; i++) {
                                session.send(OscMessage.of("/n_set", 1000, "number", i));
                            }
                        });
        scsynth.period();
        assertThat(sent).isNotDone();
        assertThat(scsynth.received()).isEmpty();

        links.come(scsynth);
        sent.join();
        scsynth.period();

        List<Object> numbers =
                scsynth.received().stream().map(message -> message.arguments().get(2)).toList();
        assertThat(numbers).hasSize(100).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void aReplyThatWasLostFailsItsRequestAndNoOther() {
        Reply<Float> lost = session.request(ControlBusCommands.get(1));
        scsynth.loses(true);
        scsynth.period();
        scsynth.loses(false);
        links.leave(scsynth);

        links.come(scsynth);
        Reply<Float> later = session.request(ControlBusCommands.get(2));
        scsynth.period();
        scsynth.period();

        assertThatThrownBy(lost::await)
                .isInstanceOf(ServerException.class)
                .hasMessageContaining("/c_get: the reply was lost");
        assertThat(later).isCompletedWithValue(0.5f);
        assertThat(session.statistics().open()).isZero();
    }

    @Test
    void aPortThatIsTakenForAMomentIsWaitedFor() {
        links.leave(scsynth);
        scsynth.refuses(3);
        links.come(scsynth);
        scsynth.period();
        scsynth.period();

        assertThat(rejoined).hasValue(1);
    }

    @Test
    void theHeirHearsThatNotificationsMayBeMissing() {
        links.leave(scsynth);
        links.come(scsynth);
        scsynth.period();
        scsynth.period();

        assertThat(rejoined).hasValue(1);
    }
}
