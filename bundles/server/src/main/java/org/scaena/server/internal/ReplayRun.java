package org.scaena.server.internal;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.scaena.osc.OscBlob;
import org.scaena.osc.OscBundle;
import org.scaena.osc.OscCodec;
import org.scaena.osc.OscLinkException;
import org.scaena.osc.OscMessage;
import org.scaena.osc.OscTimeTag;
import org.scaena.server.Replay;
import org.scaena.server.ReplayReport;
import org.scaena.server.ReplayReport.Packet;

/** Plays a score to one server, once. */
final class ReplayRun {

    /** A server that is silent for so long hangs. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** What the last packet has begun may take a while to end badly. */
    private static final Duration AFTERMATH = Duration.ofMillis(500);

    private static final Duration PROGRESS = Duration.ofSeconds(1);

    /** So many packets, and bytes, may be on their way: what scsynth's socket holds. */
    private static final int MOST_OPEN = 32;

    private static final int MOST_OPEN_BYTES = 60_000;
    private static final int SHOWN = 10;

    /** A packet whose mark behind it is not answered yet. */
    private record Open(int number, int mark, int bytes) {}

    /**
     * One whose mark is answered, which may be in the very period in which the server ends of it.
     */
    private record Doubtful(int number, int outlivedBy) {}

    private final Score score;
    private final Replay how;
    private final ReplayTarget target;
    private final OscCodec codec;
    private final Consumer<String> progress;
    private final BooleanSupplier isCancelled;
    private final List<Integer> played = new ArrayList<>();
    private final Deque<Open> open = new ArrayDeque<>();
    private final Deque<Doubtful> doubtful = new ArrayDeque<>();
    private int marks;
    private int leftOut;
    private boolean isSilent;
    private long told = System.nanoTime();

    ReplayRun(
            Score score,
            Replay how,
            ReplayTarget target,
            OscCodec codec,
            Consumer<String> progress,
            BooleanSupplier isCancelled) {
        this.score = score;
        this.how = how;
        this.target = target;
        this.codec = codec;
        this.progress = progress;
        this.isCancelled = isCancelled;
    }

    /**
     * Plays it; blocks.
     *
     * @param aloneFrom the packet from which on each is outlived before the next is sent
     * @throws CancellationException if it is not wanted any more
     */
    ReplayReport play(int aloneFrom) {
        int count = score.bundles().size();
        int until = how.until() == 0 ? count : Math.min(how.until(), count);
        long begin = System.nanoTime();
        for (int number = 1; number <= until && goesOn(); number++) {
            if (!how.isFast()) {
                awaitTime(begin + score.time(number - 1).toNanos());
            }
            tell(number);
            play(number, number >= aloneFrom);
        }
        if (goesOn() && !target.answers().awaitEnd(AFTERMATH)) {
            await(mark());
        }
        return report();
    }

    private boolean goesOn() {
        if (isCancelled.getAsBoolean()) {
            throw new CancellationException("the replay is not wanted any more");
        }
        return !isSilent && target.answers().end().isEmpty();
    }

    private void awaitTime(long due) {
        for (long left = due - System.nanoTime();
                left > 0 && goesOn();
                left = due - System.nanoTime()) {
            target.answers().awaitEnd(Duration.ofNanos(Math.min(left, PROGRESS.toNanos())));
            tell(played.size());
        }
    }

    private void tell(int number) {
        long now = System.nanoTime();
        if (now - told >= PROGRESS.toNanos()) {
            told = now;
            progress.accept(
                    "packet %,d of %,d, %.1f s of %.1f s"
                            .formatted(
                                    number,
                                    score.bundles().size(),
                                    score.time(Math.max(0, number - 1)).toMillis() / 1e3,
                                    score.length().toMillis() / 1e3));
        }
    }

    private void play(int number, boolean alone) {
        OscBundle bundle = score.bundles().get(number - 1);
        int bytes = codec.size(bundle);
        makeRoom(bytes);
        if (alone) {
            awaitOutlived(); // also what was not played alone, before the first that is
        }
        if (!goesOn()) {
            return;
        }
        if (has(bundle, "/b_write"::equals)) {
            leftOut++;
            return;
        }
        try {
            target.link().send(new OscBundle(OscTimeTag.IMMEDIATELY, bundle.elements()));
        } catch (OscLinkException tooLong) {
            leftOut++;
            progress.accept("packet %,d: %s".formatted(number, tooLong.getMessage()));
            return;
        }
        played.add(number);
        int mark = mark();
        open.add(new Open(number, mark, bytes));
        boolean untimed = how.isFast() || bundle.time().isImmediate();
        if (alone) {
            awaitOutlived();
        } else if (untimed && has(bundle, ReplayRun::takesTime)) {
            await(mark);
        }
    }

    /** Waits until the server has outlived all that it was played, or has ended of it. */
    private void awaitOutlived() {
        sortAnswered();
        while (goesOn() && !(open.isEmpty() && doubtful.isEmpty())) {
            await(mark());
            sortAnswered();
        }
    }

    /** Asks for an answer behind all that was sent. */
    private int mark() {
        target.link().send(ReplayAnswers.mark(++marks));
        return marks;
    }

    /** What scsynth does on another thread, and what came next may have waited for. */
    private static boolean takesTime(String address) {
        return address.startsWith("/d_") || address.startsWith("/b_") || address.equals("/sync");
    }

    /** Whether it has a message of such an address, also as a completion message. */
    private static boolean has(OscBundle bundle, Predicate<String> address) {
        return bundle.elements().stream()
                .filter(OscMessage.class::isInstance)
                .map(OscMessage.class::cast)
                .anyMatch(
                        message ->
                                address.test(message.address())
                                        || message.arguments().stream()
                                                .anyMatch(each -> completes(each, address)));
    }

    private static boolean completes(Object argument, Predicate<String> address) {
        return argument instanceof OscBlob blob
                && blob.size() > 0
                && ScorePacket.has(blob.toByteArray(), address);
    }

    private void makeRoom(int bytes) {
        sortAnswered();
        while (goesOn()
                && !open.isEmpty()
                && (open.size() >= MOST_OPEN || bytesOpen() + bytes > MOST_OPEN_BYTES)) {
            await(open.element().mark());
            sortAnswered();
        }
    }

    private int bytesOpen() {
        return open.stream().mapToInt(Open::bytes).sum();
    }

    /** The server has outlived what was answered before it was asked once more, and answered. */
    private void sortAnswered() {
        int answered = target.answers().answered();
        while (!doubtful.isEmpty() && doubtful.element().outlivedBy() <= answered) {
            doubtful.remove();
        }
        while (!open.isEmpty() && open.element().mark() <= answered) {
            doubtful.add(new Doubtful(open.remove().number(), marks + 1));
        }
    }

    private void await(int mark) {
        isSilent = !target.answers().await(mark, PATIENCE) && target.answers().end().isEmpty();
    }

    private int lastPlayed() {
        return played.get(played.size() - 1);
    }

    private ReplayReport report() {
        return new ReplayReport(
                score.bundles().size(),
                played.size(),
                leftOut,
                target.answers().failures(),
                end(),
                played.subList(Math.max(0, played.size() - SHOWN), played.size()).stream()
                        .map(this::packet)
                        .toList());
    }

    private Optional<ReplayReport.End> end() {
        if (played.isEmpty() || !isSilent && target.answers().end().isEmpty()) {
            return Optional.empty();
        }
        sortAnswered();
        int first =
                Stream.concat(
                                doubtful.stream().map(Doubtful::number),
                                open.stream().map(Open::number))
                        .findFirst()
                        .orElse(lastPlayed());
        return Optional.of(new ReplayReport.End(target.end(isSilent), first, lastPlayed()));
    }

    private Packet packet(int number) {
        return new Packet(
                number, score.time(number - 1), OscText.of(score.bundles().get(number - 1)));
    }
}
