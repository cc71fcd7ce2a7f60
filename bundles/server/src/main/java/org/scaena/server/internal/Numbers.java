package org.scaena.server.internal;

import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.scaena.osc.OscMessage;

/** The numbers of what is sent, and which of them are of which timeline. */
final class Numbers {

    /** scsynth keeps no more bundles. */
    private static final int MOST_MOMENTS = 2048;

    private record Span(Timeline timeline, long end) {}

    private final Timeline now = new Timeline();
    private final AtomicLong last = new AtomicLong();
    private final AtomicInteger lastSync = new AtomicInteger();
    private final NavigableMap<Long, Span> moments = new ConcurrentSkipListMap<>();

    Timeline now() {
        return now;
    }

    long next() {
        return last.incrementAndGet();
    }

    int nextSync() {
        return lastSync.incrementAndGet();
    }

    /** The marks from one number to another stand in a bundle for later. */
    void moment(Timeline timeline, long begin, long end) {
        moments.put(begin, new Span(timeline, end));
        if (moments.size() > MOST_MOMENTS) {
            moments.pollFirstEntry();
        }
    }

    /** Tells a router what the answer to a mark means; whether a message is one. */
    boolean read(OscMessage message, Marks marks, ReplyRouter router) {
        OptionalLong number = marks.read(message, last.get());
        number.ifPresent(reached -> passed(reached, router));
        return number.isPresent();
    }

    private void passed(long number, ReplyRouter router) {
        Map.Entry<Long, Span> entry = moments.floorEntry(number);
        if (entry == null || number > entry.getValue().end()) {
            router.passed(now, number, now);
            return;
        }
        Span moment = entry.getValue();
        boolean ends = number == moment.end();
        router.passed(moment.timeline(), number, ends ? now : moment.timeline());
        if (ends) {
            moments.remove(entry.getKey());
        }
    }
}
