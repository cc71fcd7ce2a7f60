package org.scaena.nodetree.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.scaena.command.Command;
import org.scaena.command.CommandFailedException;
import org.scaena.command.ServerException;
import org.scaena.node.NodeInfo;
import org.scaena.osc.OscMessage;

/**
 * Lists the children of a group that is too long for any reply.
 *
 * <p>{@code /n_query} takes paths from a known node, for example {@code "nnn"} for the third behind
 * it, and answers with notifications. First stepping stones are asked for, then from several of
 * them at once what lies between. A path that leads beyond the last child fails and ends the
 * message, as it should; where something is missing, the walk begins anew from there.
 */
final class ChildWalk {

    /** How far apart the stones lie. */
    private static final int STRIDE = 100;

    /** Paths to as many stones fill one datagram. */
    private static final int STONES_AT_ONCE = 32;

    /** Not as many answers in one audio block as scsynth can send, with room for others. */
    private static final int STRIDES_AT_ONCE = 8;

    private static final int MOST_STUMBLES = 3;

    private final Questions questions;
    private final int group;
    private final Map<Integer, NodeInfo> seen = new ConcurrentHashMap<>();
    private final Queue<Integer> fresh = new ConcurrentLinkedQueue<>();
    private final Deque<Integer> stones = new ArrayDeque<>();
    private final CompletableFuture<List<NodeInfo>> result = new CompletableFuture<>();
    private int beganAt = MirrorNode.NONE;
    private int stumbles;

    private ChildWalk(Questions questions, int group) {
        this.questions = questions;
        this.group = group;
    }

    static CompletableFuture<List<NodeInfo>> of(
            Questions questions, Collection<Consumer<Notice>> taps, int group) {
        ChildWalk walk = new ChildWalk(questions, group);
        Consumer<Notice> tap = walk::hear;
        taps.add(tap);
        walk.begin();
        return walk.result.whenComplete((children, failure) -> taps.remove(tap));
    }

    private void hear(Notice notice) {
        NodeInfo info = notice.node();
        if (notice.kind() == Notice.Kind.INFO
                && seen.put(info.id(), info) == null
                && info.parent() == group) {
            fresh.add(info.id());
        }
    }

    /** Asks; goes on once all answers are there, with whether one was the end of a path. */
    private void ask(List<OscMessage> queries, Consumer<Boolean> goOn) {
        List<CompletableFuture<Boolean>> answers = new ArrayList<>();
        for (OscMessage query : queries) {
            answers.add(questions.ask(Command.silent(query)).handle(ChildWalk::isEndOfPath));
        }
        CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new))
                .thenRun(() -> goOn.accept(answers.stream().anyMatch(CompletableFuture::join)))
                .exceptionally(this::fail);
    }

    private static boolean isEndOfPath(@Nullable Object done, @Nullable Throwable failure) {
        if (failure != null && !(Questions.cause(failure) instanceof CommandFailedException)) {
            throw Questions.cause(failure);
        }
        return failure != null;
    }

    private @Nullable Void fail(Throwable failure) {
        result.completeExceptionally(Questions.cause(failure));
        return null;
    }

    private void begin() {
        seen.clear();
        beganAt = MirrorNode.NONE;
        ask(List.of(OscMessage.of("/n_query", group)), this::goOn);
    }

    /** Goes on with the first child that is not known yet; there is none if all are known. */
    private void goOn(boolean isEnd) {
        NodeInfo start = seen.get(group);
        if (start == null) {
            throw isEnd
                    ? new CommandFailedException("/n_query", "Node %d not found".formatted(group))
                    : new ServerException(
                            "group %d is too long to be read: log in first".formatted(group));
        }
        List<NodeInfo> children = new ArrayList<>();
        int next = start.head();
        for (NodeInfo info = seen.get(next);
                info != null && info.parent() == group && children.size() < seen.size();
                info = seen.get(next)) {
            children.add(info);
            next = info.next();
        }
        if (next == MirrorNode.NONE) {
            result.complete(children);
        } else if (next != beganAt) {
            beganAt = next;
            stones.add(next);
            layStones(next);
        } else if (stumbles++ < MOST_STUMBLES) {
            // The node from which to go on has moved or ended meanwhile.
            begin();
        } else {
            throw new ServerException(
                    "group %d changes faster than it can be read".formatted(group));
        }
    }

    private void layStones(int from) {
        fresh.clear();
        ask(
                List.of(query(from, STRIDE, STONES_AT_ONCE)),
                isEnd -> {
                    List<Integer> laid = new ArrayList<>(fresh);
                    laid.remove(Integer.valueOf(from));
                    stones.addAll(laid);
                    if (isEnd || laid.isEmpty()) {
                        fill();
                    } else {
                        layStones(laid.get(laid.size() - 1));
                    }
                });
    }

    /** Asks for what is behind some of the stones. */
    private void fill() {
        List<OscMessage> queries = new ArrayList<>();
        while (!stones.isEmpty() && queries.size() < STRIDES_AT_ONCE) {
            queries.add(query(stones.remove(), 1, STRIDE - 1));
        }
        ask(queries, stones.isEmpty() ? this::goOn : isEnd -> fill());
    }

    /** Asks for a node and for some behind it. */
    private static OscMessage query(int from, int stride, int count) {
        List<Object> paths = new ArrayList<>();
        paths.add(from);
        for (int steps = 1; steps <= count; steps++) {
            paths.add("n".repeat(steps * stride));
            paths.add(from);
        }
        return new OscMessage("/n_query", paths);
    }
}
