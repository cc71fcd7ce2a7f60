package org.scaena.bench.peers;

import de.sciss.synth.message.Timeout;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.scaena.bench.Measure;
import org.scaena.bench.Report;
import org.scaena.command.ReplyTimeoutException;

/**
 * Lets a measure go on when a contender waits in vain, as happens where nobody sees to it that
 * datagrams are not lost; says so, and leaves it out after the second time.
 */
final class Endurance {

    private static final int CHANCES = 2;

    private final Map<String, Integer> failures = new LinkedHashMap<>();

    /** The measure, which gives NaN in a round without an answer. */
    Measure of(String contender, Measure measure) {
        return () -> {
            if (failures.getOrDefault(contender, 0) >= CHANCES) {
                return Double.NaN;
            }
            try {
                return measure.once();
            } catch (Exception failure) {
                if (!isLoss(failure)) {
                    throw failure;
                }
                failures.merge(contender, 1, Integer::sum);
                return Double.NaN;
            }
        };
    }

    /** Each of them has a word of its own for an answer that did not come. */
    private static boolean isLoss(Throwable failure) {
        return failure instanceof TimeoutException
                || failure instanceof ReplyTimeoutException
                || failure instanceof Timeout
                || failure instanceof ExecutionException && isLoss(failure.getCause());
    }

    /** Names those that failed. */
    void tell(Report report) {
        failures.forEach(
                (contender, times) ->
                        report.absent(
                                contender,
                                times >= CHANCES
                                        ? "left out after %d rounds without an answer"
                                                .formatted(times)
                                        : "for one round, in which no answer came"));
    }
}
