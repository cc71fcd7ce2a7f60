package org.scaena.server.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.scaena.command.CommandStatistics;
import org.scaena.command.Done;
import org.scaena.command.ReplyKey;
import org.scaena.command.ServerException;
import org.scaena.osc.OscMessage;

/**
 * Finds the request that an incoming message answers, by content.
 *
 * <p>A request that nobody awaits any more keeps its place until its reply, or that of a later
 * command, has come: so a late reply never answers the next request of its kind.
 */
final class ReplyRouter {

    private static final int MOST_ABANDONED = 1_000;

    /** The first argument stands for all behind it, which {@link ReplyKey#matches} compares. */
    private record Bucket(String address, Object first) {

        private static final Object NOTHING = new Object();

        static Bucket of(ReplyKey key) {
            List<Object> leading = key.leading();
            return new Bucket(key.address(), leading.isEmpty() ? NOTHING : leading.get(0));
        }
    }

    private final Shelf<Bucket> awaited = new Shelf<>();
    private final Suspects suspects = new Suspects();
    private final Deque<Request<?>> abandoned = new ArrayDeque<>();
    private Timeline current;
    private long requests;
    private long answered;
    private long failed;
    private long late;

    /**
     * A router.
     *
     * @param now what is worked off while no moment is
     */
    ReplyRouter(Timeline now) {
        this.current = now;
    }

    /** Remembers a request that is about to be sent; called in the order of sending. */
    void expect(Request<?> request) {
        synchronized (this) {
            requests++;
            suspects.add(request);
            request.command().replyKey().ifPresent(key -> awaited.put(Bucket.of(key), request));
            if (request.isSilent()) {
                request.timeline().add(request);
            }
        }
        request.whenOver(() -> over(request));
    }

    /** Its reply is complete, through us or from elsewhere. */
    private synchronized void over(Request<?> request) {
        suspects.remove(request);
        request.timeline().remove(request);
        if (request.isSettled() || !request.isAnswered() || request.isSync()) {
            forget(request);
        } else {
            abandoned.add(request);
            if (abandoned.size() > MOST_ABANDONED) {
                forget(abandoned.remove());
            }
        }
    }

    private void forget(Request<?> request) {
        request.command().replyKey().ifPresent(key -> awaited.remove(Bucket.of(key), request));
    }

    /** Whether replies may come that nobody awaits any more. */
    synchronized boolean hasAbandoned() {
        return !abandoned.isEmpty();
    }

    synchronized boolean hasPassed(Timeline timeline, long number) {
        return timeline.hasPassed(number);
    }

    /**
     * All of a timeline up to a number has been worked off.
     *
     * @param next what is being worked off from now on
     */
    void passed(Timeline timeline, long number, Timeline next) {
        List<Request<?>> succeeded;
        synchronized (this) {
            current = next;
            succeeded = pass(timeline, number);
        }
        succeeded.forEach(Request::succeed);
    }

    private List<Request<?>> pass(Timeline timeline, long number) {
        loseUpTo(timeline, number, Request::isAnsweredInOrder);
        List<Request<?>> succeeded = timeline.pass(number);
        answered += succeeded.size();
        return succeeded;
    }

    /**
     * Gives an answer to a thread that waits for it and for nothing before; whether there was one.
     */
    synchronized boolean give(OscMessage message) {
        if (FailureText.isOne(message)) {
            return false;
        }
        Request<?> request = find(message);
        if (request == null || request.isAnsweredInOrder() || !request.give(message)) {
            return false;
        }
        took(request);
        suspects.remove(request);
        return true;
    }

    private void took(Request<?> request) {
        forget(request);
        count(request);
        if (request.isSync()) {
            loseUpTo(request.timeline(), request.number(), old -> true);
        }
    }

    /** Completes what a message answers; whether there was something. */
    boolean route(OscMessage message) {
        return FailureText.isOne(message) ? fail(FailureText.of(message)) : answer(message);
    }

    private boolean answer(OscMessage message) {
        Request<?> request;
        List<Request<?>> succeeded = List.of();
        synchronized (this) {
            request = find(message);
            if (request == null) {
                return false;
            }
            took(request);
            if (request.isAnsweredInOrder()) {
                succeeded = pass(request.timeline(), request.number());
            }
        }
        succeeded.forEach(Request::succeed);
        request.answer(message);
        return true;
    }

    private void count(Request<?> request) {
        if (abandoned.remove(request)) {
            late++;
        } else {
            answered++;
        }
    }

    private @Nullable Request<?> find(OscMessage message) {
        if (message.size() > 0) {
            Object first = message.arguments().get(0);
            Request<?> found = find(new Bucket(message.address(), first), message);
            if (found != null) {
                return found;
            }
        }
        return find(new Bucket(message.address(), Bucket.NOTHING), message);
    }

    private @Nullable Request<?> find(Bucket bucket, OscMessage message) {
        for (Request<?> request : awaited.get(bucket)) {
            if (request.isAnsweredBy(message)) {
                return request;
            }
        }
        return null;
    }

    /** Abandoned requests whose replies would have come by now. */
    private void loseUpTo(Timeline timeline, long number, Predicate<Request<?>> which) {
        abandoned.removeIf(
                old -> {
                    boolean lost =
                            old.timeline() == timeline && old.number() < number && which.test(old);
                    if (lost) {
                        forget(old);
                    }
                    return lost;
                });
    }

    private boolean fail(FailureText failure) {
        Request<?> request;
        synchronized (this) {
            request = suspects.culprit(failure, current);
            if (request == null) {
                return false;
            }
            failed++;
        }
        request.fail(failure.exception());
        return true;
    }

    /**
     * Fails what was sent before a sync that is done, and has not been answered: its reply was
     * lost.
     */
    void lose(Request<Done> sync) {
        List<Request<?>> lost;
        synchronized (this) {
            lost =
                    suspects.open().all().stream()
                            .filter(Request::isAnswered)
                            .filter(request -> request.timeline() == sync.timeline())
                            .filter(request -> request.number() < sync.number())
                            .toList();
        }
        lost.forEach(
                request ->
                        request.fail(
                                new ServerException(
                                        "%s: the reply was lost while the transport was replaced; ask again"
                                                .formatted(request.command().name()))));
    }

    /** Fails everything that is open. */
    void failAll(RuntimeException why) {
        open().forEach(request -> request.fail(why));
    }

    private synchronized List<Request<?>> open() {
        return suspects.open().all();
    }

    synchronized int remembered() {
        return awaited.size() + suspects.open().size() + abandoned.size();
    }

    synchronized CommandStatistics statistics() {
        return new CommandStatistics(requests, answered, failed, late, suspects.open().size());
    }
}
