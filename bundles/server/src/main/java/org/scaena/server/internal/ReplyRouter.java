package org.scaena.server.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.scaena.command.Command;
import org.scaena.command.CommandFailedException;
import org.scaena.command.Reply;
import org.scaena.command.ReplyKey;
import org.scaena.osc.OscMessage;

/**
 * Finds the request that an incoming message answers, by content.
 *
 * <p>A failure carries the name of its command only, so it goes to the oldest request of that name
 * that is still open: scsynth works off commands in order.
 */
final class ReplyRouter {

    private record Pending<R>(Command<R> command, Reply<R> reply) {
        void answer(OscMessage message) {
            try {
                reply.complete(command.decoder().apply(message));
            } catch (RuntimeException unreadable) {
                reply.completeExceptionally(unreadable);
            }
        }
    }

    private final Map<ReplyKey, Deque<Pending<?>>> byKey = new HashMap<>();
    private final Map<String, Set<Integer>> keyLengths = new HashMap<>();
    private final Map<String, Deque<Reply<?>>> byCommand = new HashMap<>();

    /** Remembers a request until its answer or failure comes. */
    synchronized <R> void expect(Command<R> command, ReplyKey key, Reply<R> reply) {
        keyLengths
                .computeIfAbsent(key.address(), address -> new TreeSet<>())
                .add(key.leading().size());
        Deque<Pending<?>> same = byKey.computeIfAbsent(key, k -> new ArrayDeque<>());
        same.removeIf(pending -> pending.reply().isDone());
        same.add(new Pending<>(command, reply));
        expectFailure(command.name(), reply);
    }

    /** Remembers something that only a failure of this command ends here. */
    synchronized void expectFailure(String command, Reply<?> reply) {
        Deque<Reply<?>> same = byCommand.computeIfAbsent(command, name -> new ArrayDeque<>());
        while (!same.isEmpty() && same.peek().isDone()) {
            same.remove();
        }
        same.add(reply);
    }

    /** Completes what a message answers; whether there was something. */
    boolean route(OscMessage message) {
        if (message.address().equals("/fail") && message.size() >= 2) {
            return fail(message.stringAt(0), message);
        }
        Pending<?> pending = take(message);
        if (pending == null) {
            return false;
        }
        pending.answer(message);
        return true;
    }

    private boolean fail(String command, OscMessage failure) {
        Reply<?> open = takeOldest(command);
        List<Object> details = failure.arguments().subList(2, failure.size());
        return open != null
                && open.completeExceptionally(
                        new CommandFailedException(command, failure.stringAt(1), details));
    }

    private synchronized @Nullable Reply<?> takeOldest(String command) {
        Deque<Reply<?>> same = byCommand.getOrDefault(command, new ArrayDeque<>());
        Reply<?> oldest = same.poll();
        while (oldest != null && oldest.isDone()) {
            oldest = same.poll();
        }
        return oldest;
    }

    private synchronized @Nullable Pending<?> take(OscMessage message) {
        for (int length : keyLengths.getOrDefault(message.address(), Set.of())) {
            if (length <= message.size()) {
                ReplyKey key = ReplyKey.of(message, length);
                Deque<Pending<?>> same = byKey.get(key);
                Pending<?> oldest = same == null ? null : same.poll();
                while (same != null && oldest != null && oldest.reply().isDone()) {
                    oldest = same.poll();
                }
                if (same != null && same.isEmpty()) {
                    byKey.remove(key);
                }
                if (oldest != null) {
                    return oldest;
                }
            }
        }
        return null;
    }

    /** Fails everything that is open. */
    void failAll(RuntimeException why) {
        openReplies().forEach(reply -> reply.completeExceptionally(why));
    }

    private synchronized List<Reply<?>> openReplies() {
        List<Reply<?>> open = new ArrayList<>();
        byKey.values().forEach(same -> same.forEach(pending -> open.add(pending.reply())));
        byCommand.values().forEach(open::addAll);
        byKey.clear();
        byCommand.clear();
        return open;
    }
}
