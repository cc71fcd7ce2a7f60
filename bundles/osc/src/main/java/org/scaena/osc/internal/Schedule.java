package org.scaena.osc.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.scaena.osc.OscBacklog;
import org.scaena.osc.OscBundle;
import org.scaena.osc.OscTimeTag;

/**
 * Bundles for later: how many the peer keeps, and those that are held back here.
 *
 * <p>Bundles far ahead may fill half of the peer's places, so that those due soon always find one.
 * Times are in NTP units of 2<sup>-32</sup> s, relative to now, so that the wrap of 2036 does not
 * matter.
 */
final class Schedule {

    private static final long SECOND = 1L << 32;

    /** Bundles due within this time may take the other half of the places. */
    private static final long NEAR = SECOND;

    /** When a place counts as free again after a bundle was due; longer than any audio period. */
    private static final long GRACE = SECOND / 8;

    private record Held(OscBundle bundle, long arrival) {}

    private final int places;
    private final LongSupplier now;
    private final PriorityQueue<Held> held;
    private final PriorityQueue<Long> atPeer;
    private long arrivals;

    /** Takes a clock that gives NTP time. */
    Schedule(int places, LongSupplier now) {
        this.places = places;
        this.now = now;
        long origin = now.getAsLong();
        held =
                new PriorityQueue<>(
                        Comparator.<Held>comparingLong(one -> time(one.bundle) - origin)
                                .thenComparingLong(Held::arrival));
        atPeer = new PriorityQueue<>(Comparator.comparingLong(time -> time - origin));
    }

    /** Whether the peer would keep this bundle for a later time. */
    boolean isForLater(OscBundle bundle) {
        return !bundle.time().isImmediate() && ahead(time(bundle)) > 0;
    }

    /** Takes a place at the peer for a bundle; if there is none the bundle is held. */
    synchronized boolean takesPlace(OscBundle bundle) {
        if (mayGo(bundle)) {
            took(bundle);
            return true;
        }
        held.add(new Held(bundle, arrivals++));
        return false;
    }

    /** The next of the held bundles that may go now, with its place taken; null if none may. */
    synchronized @Nullable OscBundle next() {
        Held first = held.peek();
        if (first == null || !mayGo(first.bundle)) {
            return null;
        }
        took(first.bundle);
        return held.remove().bundle;
    }

    /** How long until {@link #next} may give something. */
    synchronized long nanosUntilNext() {
        Held first = held.peek();
        if (first == null) {
            return Long.MAX_VALUE;
        }
        long wait = ahead(time(first.bundle)) - (taken() < places ? NEAR : 0);
        Long earliest = atPeer.peek();
        if (earliest != null) {
            wait = Math.min(wait, ahead(earliest) + GRACE);
        }
        return Math.max(0, nanos(wait));
    }

    synchronized int held() {
        return held.size();
    }

    /** The peer forgot everything, and so does this side. */
    synchronized void clear() {
        held.clear();
        atPeer.clear();
    }

    /** Takes out as many held bundles as the peer can keep, the earliest first. */
    synchronized List<OscBundle> farewell() {
        List<OscBundle> last = new ArrayList<>();
        for (int free = places - taken(); free > 0 && !held.isEmpty(); free--) {
            last.add(held.remove().bundle);
        }
        return last;
    }

    /** All that is held, and when what the peer keeps is due. */
    synchronized OscBacklog backlog() {
        List<OscBundle> inOrder = new ArrayList<>();
        for (Held next = held.poll(); next != null; next = held.poll()) {
            inOrder.add(next.bundle);
        }
        return new OscBacklog(inOrder, atPeer.stream().map(OscTimeTag::new).toList());
    }

    /** The peer keeps these besides, as another link has sent them. */
    synchronized void atPeer(List<OscTimeTag> times) {
        if (places < Integer.MAX_VALUE) {
            times.forEach(time -> atPeer.add(time.ntp()));
        }
    }

    private boolean mayGo(OscBundle bundle) {
        long ahead = ahead(time(bundle));
        return ahead <= 0 || taken() < (ahead <= NEAR ? places : places / 2);
    }

    private void took(OscBundle bundle) {
        if (places < Integer.MAX_VALUE) {
            atPeer.add(time(bundle));
        }
    }

    private int taken() {
        while (!atPeer.isEmpty() && ahead(atPeer.peek()) < -GRACE) {
            atPeer.remove();
        }
        return atPeer.size();
    }

    private long ahead(long time) {
        return time - now.getAsLong();
    }

    private static long time(OscBundle bundle) {
        return bundle.time().ntp();
    }

    /** Rounded up, at most 34 years. */
    private static long nanos(long units) {
        long seconds = units >> 32;
        return seconds * 1_000_000_000L + ((units & (SECOND - 1)) * 1_000_000_000L >> 32) + 1;
    }
}
