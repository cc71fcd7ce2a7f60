package org.scaena.server.internal;

import java.util.Set;
import org.scaena.command.Command;
import org.scaena.command.Reply;
import org.scaena.command.Silence;
import org.scaena.osc.OscMessage;

/** A command that is sent, and the reply that somebody holds. */
final class Request<R> {

    /** These leave in the order of the commands, and so do failures. */
    private static final Set<String> REPLIES_IN_ORDER =
            Set.of(
                    "/c_set",
                    "/c_setn",
                    "/b_set",
                    "/b_setn",
                    "/b_info",
                    "/n_set",
                    "/n_setn",
                    "/g_queryTree.reply");

    /** What their completion messages ask is answered when they are done, and in no order. */
    private static final Set<String> DONE_LATER = Set.of("/d_recv", "/d_load");

    private final Command<R> command;
    private final Reply<R> reply;
    private Timeline timeline = new Timeline();
    private long after;
    private long number;
    private volatile boolean settled;
    private volatile int dependents;

    Request(Command<R> command, Reply<R> reply) {
        this.command = command;
        this.reply = reply;
    }

    Request(Command<R> command) {
        this(command, new Reply<>(command.name()));
    }

    Command<R> command() {
        return command;
    }

    Reply<R> reply() {
        return reply;
    }

    /**
     * Gets its place.
     *
     * @param before what must have been worked off before a failure can be this one's
     */
    void place(Timeline on, long before, long at) {
        timeline = on;
        after = before;
        number = at;
    }

    Timeline timeline() {
        return timeline;
    }

    long number() {
        return number;
    }

    /** Whether it succeeds if nothing is heard of it. */
    boolean isSilent() {
        return command.silence() == Silence.SUCCESS;
    }

    /** Whether its failure, if it fails at once, would be the next to come. */
    boolean isBeingWorkedOff(Timeline current) {
        return timeline == current && timeline.hasPassed(after) && !timeline.hasPassed(number);
    }

    boolean isAnswered() {
        return command.replyKey().isPresent();
    }

    /** Whether its answer proves that all before it is done; no other has the same answer. */
    boolean isSync() {
        return command.name().equals("/sync");
    }

    boolean isAnsweredInOrder() {
        return !DONE_LATER.contains(command.name())
                && command.replyKey()
                        .filter(key -> REPLIES_IN_ORDER.contains(key.address()))
                        .isPresent();
    }

    boolean isAnsweredBy(OscMessage message) {
        return command.replyKey().filter(key -> key.matches(message)).isPresent();
    }

    /** Runs something when the reply is complete, however that came. */
    void whenOver(Runnable task) {
        dependents++; // under the lock under which it is sent
        // not whenComplete, which makes a further exception of each
        reply.handle(
                (result, failure) -> {
                    task.run();
                    return failure;
                });
    }

    /** Nothing is awaited of the server any more. */
    void settle() {
        settled = true;
    }

    boolean isSettled() {
        return settled;
    }

    void answer(OscMessage message) {
        settle();
        try {
            reply.complete(command.decoder().apply(message));
        } catch (RuntimeException unreadable) {
            reply.completeExceptionally(unreadable);
        }
    }

    /** Gives an answer to a thread that waits for it, if it is all that wants to hear of it. */
    boolean give(OscMessage message) {
        boolean given = reply.giveToWaiter(() -> command.decoder().apply(message), dependents);
        if (given) {
            settle();
        }
        return given;
    }

    /** No reply came, which is as good as one. */
    void succeed() {
        answer(command.message());
    }

    void fail(Throwable why) {
        settle();
        reply.completeExceptionally(why);
    }
}
