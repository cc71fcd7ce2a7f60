package org.scaena.nodetree.internal;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Decides when a tree should be read again.
 *
 * <p>Counts that differ are the rule; but some differences stay, for the server counts nodes that
 * are in no tree. A difference that a reading did not mend is therefore explained, until it
 * changes. Since wrong places do not show in counts, the tree is also read now and then.
 */
final class Truthfulness {

    /** How long a changing tree goes unread at most. */
    static final Duration WHILE_CHANGING = Duration.ofSeconds(5);

    /** How long a tree that seems not to change goes unread at most. */
    static final Duration WHILE_IDLE = Duration.ofSeconds(60);

    /** How many nodes the server has that the mirror has not; negative if it is the other way. */
    private record Difference(int synths, int groups) {
        int nodes() {
            return Math.abs(synths) + Math.abs(groups);
        }
    }

    private static final Difference NONE = new Difference(0, 0);

    private final LongSupplier nanoTime;
    private Difference last = NONE;
    private Difference asked = NONE;
    private Difference explained = NONE;
    private int underWay;
    private boolean changed = true;
    private long lastRead;
    private long begun;
    private boolean noticed;
    private long noticedAt;
    private Duration lastHealing = Duration.ZERO;

    /**
     * @param nanoTime a clock as {@link System#nanoTime}
     */
    Truthfulness(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.lastRead = nanoTime.getAsLong();
    }

    /** A notification came. */
    void changed() {
        changed = true;
    }

    /** Whether the tree should be read now. */
    boolean isToBeRead(int missingSynths, int missingGroups, boolean doubtful) {
        last = new Difference(missingSynths, missingGroups);
        boolean isWrong = doubtful || !last.equals(explained);
        if (isWrong && !noticed) {
            noticed = true;
            noticedAt = nanoTime.getAsLong();
        }
        boolean isDue = since(lastRead).compareTo(changed ? WHILE_CHANGING : WHILE_IDLE) >= 0;
        if (underWay > 0 || (!isWrong && !isDue)) {
            return false;
        }
        asked = last;
        return true;
    }

    /** The tree is being read. */
    void begin() {
        underWay++;
        begun = nanoTime.getAsLong();
    }

    /** The tree could not be read. */
    void failed() {
        underWay--;
    }

    /** The tree was read; tells how long it took. */
    Duration read(boolean wasWrong) {
        underWay--;
        explained = wasWrong ? NONE : asked;
        asked = NONE;
        last = explained;
        changed = false;
        lastRead = nanoTime.getAsLong();
        if (noticed && wasWrong) {
            lastHealing = since(noticedAt);
        }
        noticed = false;
        return since(begun);
    }

    private Duration since(long then) {
        return Duration.ofNanos(nanoTime.getAsLong() - then);
    }

    /** By how many nodes the counts differed last without an explanation. */
    int drift() {
        return last.equals(explained) ? 0 : last.nodes();
    }

    Duration lastHealing() {
        return lastHealing;
    }
}
