package org.scaena.server.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.scaena.catalogue.NodeCommands;
import org.scaena.command.Done;
import org.scaena.command.Reply;
import org.scaena.osc.OscBundle;
import org.scaena.osc.OscMessage;
import org.scaena.osc.OscPacket;
import org.scaena.osc.OscTimeTag;

/** Who is far ahead of a server waits for it; nobody else does. */
class PaceTest {

    private static final OscMessage SET = OscMessage.of("/n_set", 1000, "freq", 440f);
    private static final int TWO_STRIDES = 4_096;

    private final List<Reply<Done>> questions = Collections.synchronizedList(new ArrayList<>());
    private final List<Thread> held = Collections.synchronizedList(new ArrayList<>());
    private final Pace pace = new Pace(new ScsynthPacing(), this::ask, held::add);

    private Reply<Done> ask() {
        Reply<Done> question = new Reply<>("a sync");
        questions.add(question);
        return question;
    }

    @AfterEach
    void answerAll() {
        questions.forEach(question -> question.complete(Done.DONE));
    }

    private Thread sender(int count, OscPacket packet) {
        Thread sender =
                new Thread(
                        () -> {
                            for (int i = 0; i < count; i++) {
                                pace.sent(packet);
                            }
                        });
        sender.start();
        return sender;
    }

    private static boolean isHeld(Thread sender) {
        return sender.getState() == Thread.State.TIMED_WAITING;
    }

    private static void awaitHeld(Thread sender) {
        while (!isHeld(sender)) {
            assertThat(sender.isAlive()).as("it was not held").isTrue();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
    }

    @Test
    void whoSendsLittleIsAskedNothing() throws InterruptedException {
        sender(1_000, SET).join();

        assertThat(questions).isEmpty();
    }

    @Test
    void whoIsTwoStridesAheadWaitsForTheEndOfTheFirst() throws InterruptedException {
        Thread sender = sender(TWO_STRIDES, SET);
        awaitHeld(sender);
        assertThat(questions).hasSize(2);
        assertThat(held).containsExactly(sender);

        questions.get(0).complete(Done.DONE);
        sender.join();
    }

    @Test
    void othersAreNotHeld() throws InterruptedException {
        Thread flooding = sender(TWO_STRIDES, SET);
        awaitHeld(flooding);

        sender(1_000, SET).join();

        assertThat(isHeld(flooding)).isTrue();
    }

    @Test
    void aServerThatAnswersNothingHoldsNobodyTwice() throws InterruptedException {
        sender(3 * TWO_STRIDES, SET).join();

        assertThat(questions).hasSize(2);
        assertThat(held).hasSize(1);
    }

    @Test
    void whoeverIsAnsweredInTimeIsNotHeld() throws InterruptedException {
        Pace answered =
                new Pace(
                        new ScsynthPacing(),
                        () -> {
                            Reply<Done> question = ask();
                            question.complete(Done.DONE);
                            return question;
                        },
                        held::add);
        for (int i = 0; i < 3 * TWO_STRIDES; i++) {
            answered.sent(SET);
        }

        assertThat(questions).hasSize(6);
        assertThat(held).isEmpty();
    }

    @Test
    void nodesThatComeAndGoCountForMore() {
        for (int i = 0; i < 300; i++) {
            pace.sent(NodeCommands.free(1000 + i).message());
        }

        assertThat(questions).hasSize(1);
    }

    @Test
    void howManyEndWithAGroupIsAGuessThatCostsNobodyAQuestion() {
        pace.sent(OscMessage.of("/g_freeAll", 0));

        assertThat(questions).isEmpty();
    }

    @Test
    void whatABundleHoldsCounts() {
        OscBundle bundle = new OscBundle(OscTimeTag.IMMEDIATELY, Collections.nCopies(1_024, SET));
        pace.sent(bundle);
        assertThat(questions).isEmpty();
        pace.sent(bundle);

        assertThat(questions).hasSize(1);
    }
}
