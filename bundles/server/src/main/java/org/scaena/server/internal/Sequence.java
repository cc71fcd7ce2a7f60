package org.scaena.server.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.scaena.catalogue.ServerCommands;
import org.scaena.command.CommandFailedException;
import org.scaena.command.Done;
import org.scaena.command.Silence;
import org.scaena.osc.OscBundle;
import org.scaena.osc.OscMessage;
import org.scaena.osc.OscPacket;

/**
 * Numbers what is sent and puts {@link Marks} and syncs among it, so that success in silence shows,
 * and the failure of one command is not taken for that of its neighbour.
 *
 * <p>Confined to the lock under which a {@link Session} sends.
 */
final class Sequence {

    /** Fail at once and without a name, though they succeed only later. */
    private static final Set<String> FAIL_EARLY = Set.of("/b_gen", "/b_write", "/d_recv");

    /** Fail without a name, also when nobody asked whether they did. */
    private static final Set<String> NAMELESS =
            Set.of("/s_new", "/s_newargs", "/g_new", "/p_new", "/b_gen", "/cmd", "/u_cmd");

    private static final RuntimeException NOT_NEEDED =
            new CancellationException("nobody awaits it any more");
    private static final Duration PURGE_LIMIT = Duration.ofSeconds(1);

    private final ReplyRouter router;
    private final Numbers numbers;
    private final Marks marks;
    private final Map<String, long[]> lastOf =
            NAMELESS.stream().collect(Collectors.toMap(Function.identity(), name -> new long[1]));
    private @Nullable Request<Done> purge;
    private long purgedAt;

    Sequence(ReplyRouter router, Numbers numbers, Marks marks) {
        this.router = router;
        this.numbers = numbers;
        this.marks = marks;
    }

    /** Sends something that somebody may await, with whatever belongs around it. */
    void send(
            OscPacket packet,
            @Nullable Request<?> request,
            Timeline timeline,
            Consumer<OscPacket> out) {
        if (request == null) {
            note(packet);
            out.accept(packet);
            return;
        }
        if (timeline == numbers.now() && router.hasAbandoned()) {
            purge(timeline, out);
        }
        long[] unasked = lastOf.get(request.command().name());
        long after = unasked == null || router.hasPassed(timeline, unasked[0]) ? 0 : mark(out);
        expect(request, timeline, after);
        out.accept(packet);
        if (request.isSilent() || FAIL_EARLY.contains(request.command().name())) {
            mark(out);
        } else if (request.command().silence() == Silence.FAILURE) {
            failUnlessAnsweredBefore(sync(timeline, out), request);
        }
    }

    private void send(Step step, Timeline timeline, Consumer<OscPacket> out) {
        send(step.packet(), step.request(), timeline, out);
    }

    /** Sends a moment: what is for later has marks of its own around it. */
    void send(Moment moment, Consumer<OscPacket> out) {
        List<OscPacket> messages = new ArrayList<>();
        if (moment.time().isImmediate() || !moment.isAwaited()) {
            moment.steps().forEach(step -> send(step, numbers.now(), messages::add));
        } else {
            Timeline timeline = new Timeline();
            long begin = mark(messages::add);
            moment.steps().forEach(step -> send(step, timeline, messages::add));
            numbers.moment(timeline, begin, mark(messages::add));
        }
        moment.bundlesOf(messages).forEach(out);
        moment.bundles().forEach(step -> send(step, numbers.now(), out));
        moment.inner().forEach(inner -> send(inner, out));
    }

    private void note(OscPacket packet) {
        if (packet instanceof OscBundle bundle) {
            bundle.elements().forEach(this::note);
        } else if (packet instanceof OscMessage message) {
            long[] unasked = lastOf.get(message.address());
            if (unasked != null) {
                unasked[0] = numbers.next();
            }
        }
    }

    private void expect(Request<?> request, Timeline timeline, long after) {
        request.place(timeline, after, numbers.next());
        router.expect(request);
    }

    /** Sends a mark; its number. */
    long mark(Consumer<OscPacket> out) {
        long number = numbers.next();
        out.accept(marks.of(number));
        return number;
    }

    private Request<Done> sync(Timeline timeline, Consumer<OscPacket> out) {
        Request<Done> sync = new Request<>(ServerCommands.sync(numbers.nextSync()));
        expect(sync, timeline, 0);
        out.accept(sync.command().message());
        return sync;
    }

    private static void failUnlessAnsweredBefore(Request<Done> sync, Request<?> request) {
        sync.reply()
                .thenRun(
                        () ->
                                request.fail(
                                        new CommandFailedException(
                                                request.command().name(),
                                                "refused; the server says why in its output"
                                                        + " only")));
        request.whenOver(
                () -> {
                    if (!request.isSettled()) {
                        sync.fail(NOT_NEEDED);
                    }
                });
    }

    /** Asks how far scsynth has come, so that what is lost is not taken for late. */
    private void purge(Timeline timeline, Consumer<OscPacket> out) {
        long time = System.nanoTime();
        Request<Done> before = purge;
        if (before != null) {
            if (!before.reply().isDone() && time - purgedAt < PURGE_LIMIT.toNanos()) {
                return;
            }
            before.fail(NOT_NEEDED);
        }
        purgedAt = time;
        mark(out);
        purge = sync(timeline, out);
    }
}
