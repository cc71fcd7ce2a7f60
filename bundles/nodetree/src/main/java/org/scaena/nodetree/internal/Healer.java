package org.scaena.nodetree.internal;

import java.time.Duration;
import java.util.Collection;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.scaena.command.Command;
import org.scaena.command.Reply;
import org.scaena.command.ReplyKey;
import org.scaena.node.GroupSnapshot;
import org.scaena.osc.OscMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds out when a mirror is wrong, and makes it right by reading the server's tree. */
final class Healer {

    private static final Logger LOG = LoggerFactory.getLogger(Healer.class);

    private record Counts(int synths, int groups) {}

    private final String name;
    private final Questions questions;
    private final Guard guard;
    private final Mirror mirror;
    private final Known known;
    private final Collection<Consumer<Notice>> taps;
    private final Runnable afterwards;
    private final Truthfulness truthfulness;
    private final Lookout lookout = new Lookout();
    private boolean wasRead;
    private boolean closed;
    private long drifts;
    private long heals;

    /**
     * @param taps where notifications can be heard
     * @param afterwards called once the mirror was made right, to pass on what has happened
     */
    Healer(
            String name,
            Questions questions,
            Truthfulness truthfulness,
            Guard guard,
            Mirror mirror,
            Known known,
            Collection<Consumer<Notice>> taps,
            Runnable afterwards) {
        this.name = name;
        this.questions = questions;
        this.truthfulness = truthfulness;
        this.guard = guard;
        this.mirror = mirror;
        this.known = known;
        this.taps = taps;
        this.afterwards = afterwards;
    }

    /** A notification was taken in, under the guard; tells whether {@link #lookSoon} is due. */
    boolean told() {
        truthfulness.changed();
        return lookout.told(mirror.isDoubtful());
    }

    /** Asks for the server's counts after a while. */
    void lookSoon() {
        questions.timer().after(guard.get(lookout::untilNext), this::look);
    }

    private void look() {
        if (guard.get(() -> closed)) {
            return;
        }
        boolean again = guard.get(lookout::look);
        questions
                .ask(
                        Command.answered(
                                OscMessage.of("/status"),
                                ReplyKey.of("/status.reply"),
                                reply -> new Counts(reply.intAt(2), reply.intAt(3))))
                .whenComplete(
                        (counts, silence) -> {
                            if (counts != null) {
                                counted(counts.synths, counts.groups);
                            }
                        });
        if (again) {
            lookSoon();
        }
    }

    /** Compares the server's counts with the mirror, and reads the tree if they disagree. */
    void counted(int synths, int groups) {
        boolean toRead =
                guard.get(
                        () ->
                                !closed
                                        && truthfulness.isToBeRead(
                                                synths - mirror.synths(),
                                                groups - mirror.groups(),
                                                mirror.isDoubtful()));
        if (toRead) {
            read().whenComplete(this::tellHowItWent);
        }
    }

    private void tellHowItWent(@Nullable GroupSnapshot read, @Nullable Throwable failure) {
        if (failure != null) {
            LOG.debug("{}: the node tree can't be read: {}", name, failure.getMessage());
        }
    }

    /** Reads the whole tree and makes the mirror equal to it. */
    Reply<GroupSnapshot> read() {
        Reply<GroupSnapshot> result = new Reply<>("the node tree");
        Journal journal = new Journal();
        Consumer<Notice> tap = journal::add;
        guard.run(
                () -> {
                    truthfulness.begin();
                    taps.add(tap);
                });
        TreeQuery.of(questions, known, taps, mirror.root().id, true)
                .whenComplete(
                        (read, failure) -> {
                            taps.remove(tap);
                            if (guard.get(() -> adopt(read, journal))) {
                                lookSoon();
                            }
                            afterwards.run();
                            if (failure == null) {
                                result.complete(guard.get(mirror.root()::groupSnapshot));
                            } else {
                                result.completeExceptionally(Questions.cause(failure));
                            }
                        });
        return result;
    }

    /** Makes the mirror equal to what was read; tells whether a look is due. */
    private boolean adopt(@Nullable GroupSnapshot read, Journal journal) {
        if (read == null || closed) {
            truthfulness.failed();
            return false;
        }
        Mirror replayed = journal.replayedOn(read);
        int touched = Adoption.of(replayed.root().groupSnapshot(), mirror);
        mirror.settle();
        if (replayed.isDoubtful()) {
            mirror.doubt();
        }
        Duration took = truthfulness.read(touched > 0);
        if (wasRead && touched > 0) {
            drifts++;
            heals += touched;
            LOG.debug("{}: {} nodes of the tree were wrong", name, touched);
        }
        wasRead = true;
        return lookout.wasRead(took, mirror.isDoubtful());
    }

    /** How many nodes the server and the mirror differed by when they were last compared. */
    int drift() {
        return truthfulness.drift();
    }

    long drifts() {
        return drifts;
    }

    long heals() {
        return heals;
    }

    Duration lastHealing() {
        return truthfulness.lastHealing();
    }

    void close() {
        closed = true;
    }
}
