package org.scaena.server.internal;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.scaena.osc.OscCodec;
import org.scaena.server.Replay;
import org.scaena.server.ReplayReport;
import org.scaena.server.ReplayReport.End;

/**
 * Plays a score, and once more if the server has ended and it is not clear at which packet: then
 * those in question one by one.
 */
final class Replays {

    private static final int NONE = Integer.MAX_VALUE;

    private final Life life;
    private final Consumer<String> progress;
    private final BooleanSupplier isCancelled;

    Replays(Life life, Consumer<String> progress, BooleanSupplier isCancelled) {
        this.life = life;
        this.progress = progress;
        this.isCancelled = isCancelled;
    }

    ReplayReport play(Score score, Replay how) {
        if (score.isTorn()) {
            progress.accept(
                    "the file is torn at byte %,d: what comes before that is played"
                            .formatted(score.tornAt()));
        }
        try {
            ReplayReport report = play(score, how, NONE);
            End end = report.end().filter(seen -> seen.first() < seen.last()).orElse(null);
            if (end == null || how.isHere()) {
                return report;
            }
            progress.accept(
                    "the server ended at one of the packets %,d to %,d: once more, those one by one"
                            .formatted(end.first(), end.last()));
            ReplayReport again = play(score, how.fast().until(end.last()), end.first());
            Optional<End> exactly = again.end().filter(seen -> seen.first() == seen.last());
            return exactly.isPresent() ? again : report;
        } finally {
            ReplayTarget.tidy(life);
        }
    }

    private ReplayReport play(Score score, Replay how, int aloneFrom) {
        OscCodec codec = life.services().transport().codec();
        try (ReplayTarget target =
                how.isHere() ? ReplayTarget.running(life) : ReplayTarget.fresh(life, progress)) {
            return new ReplayRun(score, how, target, codec, progress, isCancelled).play(aloneFrom);
        }
    }
}
