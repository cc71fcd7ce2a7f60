package org.scaena.nodetree.internal;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.scaena.catalogue.TreeReply;
import org.scaena.command.Command;
import org.scaena.command.CommandFailedException;
import org.scaena.command.Reply;
import org.scaena.command.ReplyKey;
import org.scaena.command.ReplyTimeoutException;
import org.scaena.node.GroupSnapshot;
import org.scaena.node.NodeInfo;
import org.scaena.node.NodeSnapshot;
import org.scaena.osc.OscMessage;

/**
 * Reads a group and everything in it, in as many questions as its size needs.
 *
 * <p>A reply holds 64 KiB. What is too long for it is asked again without controls, and its groups
 * then with controls, each by itself; what is too long even so is walked node by node. A reply just
 * beyond the limit is lost without a word, so that silence counts as too long.
 */
final class TreeQuery {

    /** As many short questions as scsynth's socket surely holds, with room for others. */
    private static final int MOST_AT_ONCE = 128;

    private enum Means {
        WITH_CONTROLS,
        WITHOUT_CONTROLS,
        WALK
    }

    private record Question(int group, Means means) {}

    private record Answer(GroupSnapshot group, List<Question> andThen) {}

    private final Questions questions;
    private final Known known;
    private final Collection<Consumer<Notice>> taps;
    private final Question first;
    private final Reply<GroupSnapshot> result;

    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Question> waiting = new ArrayDeque<>();
    private final Map<Integer, @Nullable GroupSnapshot> parts = new HashMap<>();
    private int underWay;
    private boolean asking;
    private @Nullable RuntimeException failure;

    private TreeQuery(
            Questions questions,
            Known known,
            Collection<Consumer<Notice>> taps,
            int group,
            boolean controls) {
        this.questions = questions;
        this.known = known;
        this.taps = taps;
        this.first = new Question(group, controls ? Means.WITH_CONTROLS : Means.WITHOUT_CONTROLS);
        this.result = new Reply<>("/g_queryTree " + group);
    }

    /**
     * Begins to read; fails with the server's words, or if it is silent.
     *
     * @param taps where notifications can be heard
     */
    static Reply<GroupSnapshot> of(
            Questions questions,
            Known known,
            Collection<Consumer<Notice>> taps,
            int group,
            boolean controls) {
        TreeQuery query = new TreeQuery(questions, known, taps, group, controls);
        query.waiting.add(query.first);
        query.askOn();
        return query.result;
    }

    /** Asks until enough is under way; answers once nothing is left. */
    private void askOn() {
        for (Question next = startAsking(); next != null; next = nextQuestion()) {
            Question question = next;
            ask(question)
                    .whenComplete(
                            (answer, thrown) -> {
                                take(question, answer, thrown);
                                askOn();
                            });
        }
    }

    private CompletableFuture<Answer> ask(Question question) {
        if (question.means == Means.WALK) {
            return ChildWalk.of(questions, taps, question.group)
                    .thenApply(children -> outline(question.group, children));
        }
        int flag = question.means == Means.WITH_CONTROLS ? 1 : 0;
        return questions
                .ask(
                        Command.answered(
                                OscMessage.of("/g_queryTree", question.group, flag),
                                ReplyKey.of("/g_queryTree.reply", flag, question.group),
                                reply -> TreeReply.read(reply, known::state)))
                .thenApply(read -> new Answer(read, andThen(question, read)));
    }

    private List<Question> andThen(Question question, GroupSnapshot read) {
        return question.means == first.means
                ? List.of()
                : read.children().stream()
                        .filter(
                                child ->
                                        child instanceof GroupSnapshot g && !g.children().isEmpty())
                        .map(child -> new Question(child.id(), first.means))
                        .toList();
    }

    private Answer outline(int group, List<NodeInfo> children) {
        List<NodeSnapshot> outlines = children.stream().map(known::outline).toList();
        return new Answer(
                new GroupSnapshot(group, known.state(group), outlines),
                children.stream()
                        .filter(info -> info.group() && info.head() != MirrorNode.NONE)
                        .map(info -> new Question(info.id(), first.means))
                        .toList());
    }

    private void take(Question question, @Nullable Answer answer, @Nullable Throwable thrown) {
        lock.lock();
        try {
            underWay--;
            if (answer != null) {
                parts.put(question.group, answer.group);
                waiting.addAll(answer.andThen);
            } else if (thrown != null) {
                takeFailure(question, Questions.cause(thrown));
            }
        } finally {
            lock.unlock();
        }
    }

    private void takeFailure(Question question, RuntimeException thrown) {
        boolean tooLong =
                thrown instanceof ReplyTimeoutException
                        || (thrown instanceof CommandFailedException refused
                                && refused.text().contains("buffer overflow"));
        if (tooLong && question.means != Means.WALK) {
            waiting.add(new Question(question.group, Means.values()[question.means.ordinal() + 1]));
        } else if (thrown instanceof CommandFailedException && question.group != first.group) {
            parts.put(question.group, null);
        } else {
            failure = thrown;
            waiting.clear();
        }
    }

    private @Nullable Question startAsking() {
        lock.lock();
        try {
            if (asking) {
                return null;
            }
            asking = true;
        } finally {
            lock.unlock();
        }
        return nextQuestion();
    }

    private @Nullable Question nextQuestion() {
        GroupSnapshot whole = null;
        lock.lock();
        try {
            if (!waiting.isEmpty() && underWay < MOST_AT_ONCE) {
                underWay++;
                return waiting.poll();
            }
            asking = false;
            if (waiting.isEmpty() && underWay == 0 && failure == null) {
                whole = new Assembly(parts, known).of(first.group);
            }
        } finally {
            lock.unlock();
        }
        if (whole != null) {
            result.complete(whole);
        } else if (failure != null) {
            result.completeExceptionally(failure);
        }
        return null;
    }
}
