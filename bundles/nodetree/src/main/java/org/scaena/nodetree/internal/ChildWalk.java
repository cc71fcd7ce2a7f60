package org.scaena.nodetree.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
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
 * <p>{@code /n_query} takes a path from a known node, for example {@code "nnn"} for the third
 * behind it. So each message asks for many neighbours at once, and the answers come as
 * notifications. A path that leads beyond the last child fails and ends the message, as it should.
 */
final class ChildWalk {

    private static final int AT_ONCE = 200;
    private static final int MOST_STUMBLES = 3;

    private final Questions questions;
    private final int group;
    private final Map<Integer, NodeInfo> seen = new ConcurrentHashMap<>();
    private final CompletableFuture<List<NodeInfo>> result = new CompletableFuture<>();
    private int askedFrom = MirrorNode.NONE;
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
        walk.ask(OscMessage.of("/n_query", group));
        return walk.result.whenComplete((children, failure) -> taps.remove(tap));
    }

    private void hear(Notice notice) {
        if (notice.kind() == Notice.Kind.INFO) {
            seen.put(notice.node().id(), notice.node());
        }
    }

    private void ask(OscMessage query) {
        questions
                .ask(Command.silent(query))
                .whenComplete(
                        (done, failure) -> {
                            if (failure != null && !isEndOfPath(failure)) {
                                result.completeExceptionally(Questions.cause(failure));
                            } else {
                                goOn(failure);
                            }
                        });
    }

    private static boolean isEndOfPath(Throwable failure) {
        return Questions.cause(failure) instanceof CommandFailedException;
    }

    private void goOn(@Nullable Throwable failure) {
        NodeInfo start = seen.get(group);
        if (start == null) {
            result.completeExceptionally(
                    failure != null
                            ? Questions.cause(failure)
                            : new ServerException(
                                    "group %d is too long to be read: log in first"
                                            .formatted(group)));
            return;
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
        } else if (next != askedFrom) {
            askedFrom = next;
            ask(neighboursFrom(next));
        } else if (stumbles++ < MOST_STUMBLES) {
            // The node from which to go on has moved or ended meanwhile.
            askedFrom = MirrorNode.NONE;
            seen.clear();
            ask(OscMessage.of("/n_query", group));
        } else {
            result.completeExceptionally(
                    new ServerException(
                            "group %d changes faster than it can be read".formatted(group)));
        }
    }

    private static OscMessage neighboursFrom(int node) {
        List<Object> paths = new ArrayList<>();
        paths.add(node);
        for (int steps = 1; steps < AT_ONCE; steps++) {
            paths.add("n".repeat(steps));
            paths.add(node);
        }
        return new OscMessage("/n_query", paths);
    }
}
