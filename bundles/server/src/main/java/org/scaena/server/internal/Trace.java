package org.scaena.server.internal;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what scsynth prints for {@code /n_trace}: a line with the synth and the number of its
 * units, then for each its index and class, its inputs and its outputs. Fed by one thread.
 */
final class Trace {

    private static final Pattern HEAD = Pattern.compile("TRACE (\\d+) .*#units: (\\d+)\\s*");
    private static final Pattern UNIT = Pattern.compile("\\s+unit (\\d+) (\\S+)\\s*");
    private static final Pattern BAD = Pattern.compile("-?(nan|inf)\\b");

    /** They only hand on what others have made. */
    private static final Set<String> READERS = Set.of("In", "InFeedback", "LocalIn", "InTrig");

    private final int synth;
    private final CompletableFuture<Optional<String>> result = new CompletableFuture<>();
    private int units = -1;
    private int unit;
    private String unitClass = "";
    private boolean badInput;

    Trace(int synth) {
        this.synth = synth;
    }

    void line(String text) {
        Matcher head = HEAD.matcher(text);
        Matcher next = UNIT.matcher(text);
        if (head.matches()) {
            units = Integer.parseInt(head.group(1)) == synth ? Integer.parseInt(head.group(2)) : -1;
        } else if (units < 0) {
            return;
        } else if (next.matches()) {
            unit = Integer.parseInt(next.group(1));
            unitClass = next.group(2);
        } else if (text.startsWith("    in")) {
            badInput = isBad(text);
        } else if (text.startsWith("    out")) {
            out(text);
        }
    }

    private void out(String text) {
        if (isBad(text) && !badInput && !READERS.contains(unitClass)) {
            result.complete(Optional.of(unitClass));
        } else if (unit == units - 1) {
            result.complete(Optional.empty());
        }
    }

    private static boolean isBad(String values) {
        return BAD.matcher(values).find();
    }

    /** The class of the unit that makes what is no number; blocks for at most so long. */
    Optional<String> culprit(Duration limit) {
        return result.completeOnTimeout(Optional.empty(), limit.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }
}
