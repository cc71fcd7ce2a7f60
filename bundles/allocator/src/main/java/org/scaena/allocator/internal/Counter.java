package org.scaena.allocator.internal;

import java.util.Collection;
import java.util.List;
import org.scaena.id.IdRange;

/** A place in a row of ranges, which goes round and round, and how many of its ids live. */
final class Counter {

    private final List<IdRange> ranges;
    private final long capacity;
    private int range;
    private int offset;
    long living;

    Counter(List<IdRange> ranges) {
        this.ranges = ranges.stream().filter(each -> each.count() > 0).toList();
        this.capacity = this.ranges.stream().mapToLong(IdRange::count).sum();
    }

    boolean isExhausted() {
        return living == capacity;
    }

    boolean contains(int id) {
        return rangeOf(id) >= 0;
    }

    /** The id at this place. */
    int peek() {
        return ranges.get(range).first() + offset;
    }

    /** The id at this place; goes on to the next one. */
    int next() {
        int id = peek();
        if (++offset == ranges.get(range).count()) {
            offset = 0;
            range = (range + 1) % ranges.size();
        }
        return id;
    }

    /** Goes to an id; stays if it is not among these. */
    void goTo(int id) {
        int found = rangeOf(id);
        if (found >= 0) {
            range = found;
            offset = id - ranges.get(found).first();
        }
    }

    /** Goes behind the id that comes last in the row; stays if that is behind already. */
    void goBehind(Collection<Integer> ids) {
        int here = peek();
        for (int id : ids) {
            if (contains(id) && isAtOrBehind(id, here)) {
                goTo(id);
                next();
                here = peek();
            }
        }
    }

    private boolean isAtOrBehind(int id, int other) {
        int mine = rangeOf(id);
        int others = rangeOf(other);
        return mine == others ? id >= other : mine > others;
    }

    private int rangeOf(int id) {
        for (int index = 0; index < ranges.size(); index++) {
            if (ranges.get(index).contains(id)) {
                return index;
            }
        }
        return -1;
    }
}
