package org.scaena.server.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.scaena.catalogue.BufferCommands;
import org.scaena.catalogue.BufferGenCommands;
import org.scaena.catalogue.ControlBusCommands;
import org.scaena.catalogue.NodeCommands;
import org.scaena.catalogue.ServerCommands;
import org.scaena.catalogue.SynthCommands;
import org.scaena.command.Command;
import org.scaena.command.CommandFailedException;
import org.scaena.command.Done;
import org.scaena.command.NotRunningException;
import org.scaena.command.Reply;
import org.scaena.command.ReplyKey;
import org.scaena.command.ReplyTimeoutException;
import org.scaena.node.AddAction;
import org.scaena.node.ControlValues;
import org.scaena.node.NodeInfo;
import org.scaena.node.Placement;
import org.scaena.osc.OscMessage;
import org.scaena.osc.OscTimeTag;
import org.scaena.server.ServerStatus;

/** Which request an answer, a failure or silence belongs to. */
class RequestsTest {

    private final ModelScsynth scsynth = new ModelScsynth();
    private final List<OscMessage> unasked = new ArrayList<>();
    private final Session session =
            new Session(
                    "test",
                    Links.over(scsynth),
                    scsynth.remote(),
                    Logins.ANY_PORT,
                    Checks.of(4096),
                    Runnable::run,
                    new Unasked(unasked),
                    Recordings.off(),
                    held -> {});

    private static Command<Done> synth(String defName, int id) {
        return SynthCommands.create(
                defName, id, new Placement(AddAction.ADD_TO_HEAD, 1), ControlValues.NONE);
    }

    @Test
    void answersComeByContentAndNotByOrder() {
        Reply<Float> first = session.request(ControlBusCommands.get(1));
        Reply<Float> second = session.request(ControlBusCommands.get(2));

        scsynth.loses(true);
        scsynth.period();
        scsynth.loses(false);
        Reply<Float> third = session.request(ControlBusCommands.get(3));
        scsynth.period();

        assertThat(third).isCompletedWithValue(0.5f);
        assertThat(first).isNotDone();
        assertThat(second).isNotDone();
    }

    @Test
    void silenceIsSuccessAfterOnePeriod() {
        Reply<Done> silent = session.request(NodeCommands.free(1000));

        assertThat(silent).isNotDone();
        scsynth.period();

        assertThat(silent).isCompletedWithValue(Done.DONE);
        assertThat(unasked).isEmpty();
    }

    @Test
    void aNamelessFailureGoesToTheCommandThatIsBeingWorkedOff() {
        Reply<Done> before = session.request(synth("good", 1000));
        Reply<Done> failing = session.request(synth("bad", 1001));
        Reply<Done> behind = session.request(synth("good", 1002));
        scsynth.period();

        assertThat(before).isCompletedWithValue(Done.DONE);
        assertFails(failing, "/s_new: SynthDef not found");
        assertThat(behind).isCompletedWithValue(Done.DONE);
    }

    @Test
    void aNamelessFailureOfSomethingThatWasOnlySentIsNobodys() {
        session.send(synth("bad", 1000).message());
        Reply<Done> good = session.request(synth("good", 1001));
        session.send(synth("bad", 1002).message());
        scsynth.period();

        assertThat(good).isCompletedWithValue(Done.DONE);
        assertThat(unasked).extracting(OscMessage::address).containsExactly("/fail", "/fail");
    }

    @Test
    void aFailureThatNamesANodeGoesToItsCommand() {
        Reply<Done> one = session.request(NodeCommands.free(-7));
        Reply<Done> two = session.request(NodeCommands.free(1000));
        Reply<Done> three = session.request(NodeCommands.free(-8));
        session.send(NodeCommands.free(-9).message());
        scsynth.period();

        assertFails(one, "/n_free: Node -7 not found");
        assertThat(two).isCompletedWithValue(Done.DONE);
        assertFails(three, "/n_free: Node -8 not found");
        assertThat(unasked).hasSize(1);
    }

    @Test
    void anAsynchronousCommandThatFailsAtOnceIsNotTakenForOneThatGoesOn() {
        Reply<Done> good = session.request(BufferGenCommands.gen(1, "env"));
        Reply<Done> bad = session.request(BufferGenCommands.gen(1, "bad"));
        Reply<Done> alsoGood = session.request(BufferGenCommands.gen(2, "env"));
        scsynth.period();

        assertFails(bad, "/b_gen: buf gen routine not found");
        assertThat(good).isNotDone();
        scsynth.period();

        assertThat(good).isCompletedWithValue(Done.DONE);
        assertThat(alsoGood).isCompletedWithValue(Done.DONE);
    }

    @Test
    void aFailureThatNamesABufferGoesToItsCommand() {
        Command<Done> read1 = Command.done(OscMessage.of("/b_allocRead", 1, "x", 0, 0), 1);
        Command<Done> read2 = Command.done(OscMessage.of("/b_allocRead", 2, "x", 0, 0), 2);
        Reply<Done> one = session.request(read1);
        Reply<Done> two = session.request(read2);
        one.complete(Done.DONE);
        scsynth.period();
        scsynth.period();

        assertFails(two, "/b_allocRead: File 'x' could not be opened: why.");
        assertThat(unasked).hasSize(1);
    }

    @Test
    void aCommandThatIsRefusedInSilenceFails() {
        Reply<Done> refused = session.request(BufferCommands.alloc(1, 1_000_000, 1));
        Reply<Done> done = session.request(BufferCommands.alloc(2, 100, 1));
        scsynth.period();
        scsynth.period();

        assertThat(done).isCompletedWithValue(Done.DONE);
        assertFails(refused, "/b_alloc: refused; the server says why in its output only");
    }

    @Test
    void aLateReplyIsDroppedAndDoesNotAnswerTheNextRequest() {
        Reply<ServerStatus> early = session.request(ServerCommands.status());
        assertThatThrownBy(() -> early.await(Duration.ZERO))
                .isInstanceOf(ReplyTimeoutException.class);
        session.send(synth("good", 1000).message());
        Reply<ServerStatus> next = session.request(ServerCommands.status());
        scsynth.period();

        assertThat(next.join().numUGens()).isGreaterThan(1);
        assertThat(session.statistics().late()).isEqualTo(1);
    }

    @Test
    void aLostReplyDoesNotMakeTheNextOneLate() {
        Reply<Float> lost = session.request(ControlBusCommands.get(1));
        scsynth.loses(true);
        scsynth.period();
        scsynth.loses(false);
        lost.cancel(false);
        for (int i = 0; i < 3; i++) {
            Reply<Float> next = session.request(ControlBusCommands.get(1));
            scsynth.period();
            assertThat(next).isCompletedWithValue(0.5f);
        }
        scsynth.period();
        assertThat(session.statistics().late()).isZero();
    }

    @Test
    void aLostMarkIsMadeUpForByTheNext() {
        Reply<Done> one = session.request(NodeCommands.free(1000));
        scsynth.loses(true);
        scsynth.period();
        scsynth.loses(false);
        Reply<Done> two = session.request(NodeCommands.free(1001));
        scsynth.period();

        assertThat(one).isCompletedWithValue(Done.DONE);
        assertThat(two).isCompletedWithValue(Done.DONE);
    }

    @Test
    void commandsOfAMomentAreAnsweredWhenItsTimeHasCome() {
        OscTimeTag soon = OscTimeTag.of(Instant.now().plusSeconds(1));
        List<Reply<?>> inMoment =
                session.requestAll(
                        soon,
                        List.of(
                                synth("good", 1000),
                                synth("bad", 1001),
                                ControlBusCommands.get(7),
                                BufferCommands.alloc(3, 100, 1)));
        Reply<Done> now = session.request(synth("bad", 1002));
        Reply<Done> good = session.request(synth("good", 1003));
        scsynth.period();

        assertFails(now, "/s_new: SynthDef not found");
        assertThat(good).isCompletedWithValue(Done.DONE);
        assertThat(inMoment).noneMatch(Reply::isDone);

        scsynth.due();
        assertThat(inMoment.get(0)).isCompleted();
        assertFails(inMoment.get(1), "/s_new: SynthDef not found");
        assertThat(inMoment.get(2)).isCompleted();
        scsynth.period();
        assertThat(inMoment.get(3)).isCompleted();
        assertThat(unasked).isEmpty();
    }

    @Test
    void aDeadServerFailsAllThatIsOpen() {
        Reply<ServerStatus> status = session.request(ServerCommands.status());
        Reply<Done> silent = session.request(NodeCommands.free(1000));
        Reply<Object> expecting = new Reply<>("x");
        session.sendExpecting(synth("good", 1000).message(), expecting);
        session.close();

        assertThatThrownBy(status::await).isInstanceOf(NotRunningException.class);
        assertThatThrownBy(silent::await).isInstanceOf(NotRunningException.class);
        assertThatThrownBy(expecting::await).isInstanceOf(NotRunningException.class);
        assertThatThrownBy(() -> session.request(ServerCommands.status()).await())
                .isInstanceOf(NotRunningException.class);
        assertThat(session.statistics().open()).isZero();
    }

    @Test
    void anUnreadableAnswerFailsItsRequestOnly() {
        Reply<Float> unreadable =
                session.request(
                        Command.answered(
                                OscMessage.of("/c_get", 1),
                                ReplyKey.of("/c_set", 1),
                                reply -> reply.floatAt(9)));
        Reply<Float> good = session.request(ControlBusCommands.get(2));
        scsynth.period();

        assertThat(unreadable).isCompletedExceptionally();
        assertThat(good).isCompletedWithValue(0.5f);
    }

    @Test
    void aMomentInWhichNothingIsSentIsNotSent() {
        session.at(OscTimeTag.IMMEDIATELY, () -> {});
        session.at(OscTimeTag.IMMEDIATELY, () -> session.at(OscTimeTag.IMMEDIATELY, () -> {}));

        assertThat(session.sent()).isZero();
    }

    @Test
    void requestsWhoseTimeRanOutLeaveNothingBehind() {
        scsynth.hearsNothing();
        RuntimeException tooLate = new ReplyTimeoutException("anything", Duration.ZERO);
        for (int i = 0; i < 200_000; i++) {
            session.request(ServerCommands.status()).completeExceptionally(tooLate);
            session.request(NodeCommands.free(i)).completeExceptionally(tooLate);
            session.request(BufferCommands.alloc(i % 8, 1, 1)).completeExceptionally(tooLate);
            session.sync().completeExceptionally(tooLate);
        }

        assertThat(session.statistics().requests()).isGreaterThanOrEqualTo(1_000_000);
        assertThat(session.statistics().open()).isLessThan(10);
        assertThat(session.remembered()).isLessThan(3_000);
    }

    private static void assertFails(Reply<?> reply, String message) {
        assertThatThrownBy(reply::await)
                .isInstanceOf(CommandFailedException.class)
                .hasMessage(message);
    }

    /** Events that are not done, though nothing else is. */
    private static final class NoEvents implements Events {

        @Override
        public void execute(Runnable task) {}

        @Override
        public boolean whileIdle(BooleanSupplier task) {
            return task.getAsBoolean();
        }
    }

    private Session withoutEventThread() {
        return new Session(
                "test",
                Links.over(scsynth),
                scsynth.remote(),
                Logins.ANY_PORT,
                Checks.of(4096),
                new NoEvents(),
                new Unasked(unasked),
                Recordings.off(),
                held -> {});
    }

    private static void awaitedByAnother(Reply<?> reply) {
        CompletableFuture.supplyAsync(reply::await);
        while (reply.getNumberOfDependents() < 2) {
            Thread.onSpinWait();
        }
    }

    /** The tree takes it in, too, and tells others what it makes of it. */
    @Test
    void whatTellsOfANodeIsForTheEventThread() {
        Session quick = withoutEventThread();
        Reply<NodeInfo> node = quick.request(NodeCommands.query(1000));
        awaitedByAnother(node);

        scsynth.period();

        assertThat(scsynth.received()).extracting(OscMessage::address).contains("/n_query");
        assertThat(node.giveToWaiter(() -> new NodeInfo(1000, 0, -1, -1, false, -1, -1), 1))
                .isTrue(); // so it was not given yet
    }

    @Test
    void whoeverWaitsNeedsNoEventThread() {
        Session quick = withoutEventThread();
        Reply<Done> awaited = quick.sync();
        Reply<Done> heard = quick.sync();
        heard.thenRun(() -> unasked.add(OscMessage.of("/heard")));
        CompletableFuture<Done> waiting = CompletableFuture.supplyAsync(awaited::await);
        while (awaited.getNumberOfDependents() < 2) {
            Thread.onSpinWait();
        }

        scsynth.period();
        scsynth.period();

        assertThat(waiting.join()).isEqualTo(Done.DONE);
        assertThat(heard).isNotDone();
        assertThat(unasked).isEmpty();
        assertThat(quick.statistics().answered()).isEqualTo(1);
        assertThat(quick.statistics().open()).isEqualTo(1);
    }
}
