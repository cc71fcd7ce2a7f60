package org.scaena.process.internal;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLongArray;
import org.scaena.command.Subscription;
import org.scaena.process.OutputKind;
import org.scaena.process.OutputLine;
import org.scaena.process.OutputListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a process has printed: counted by kind, remembered, told. Written by its tail thread. */
final class Printed {

    private static final Logger LOG = LoggerFactory.getLogger(Printed.class);

    private final String name;
    private final LineReport report;
    private final RecentLines recent = new RecentLines();
    private final List<OutputListener> listeners = new CopyOnWriteArrayList<>();
    private final AtomicLongArray counts = new AtomicLongArray(OutputKind.values().length);

    Printed(String name) {
        this.name = name;
        this.report = new LineReport(name);
    }

    /** Takes a line that it printed before it was watched; it says nothing about its end. */
    void earlier(String text) {
        recent.add(new OutputLine(Instant.now(), OutputClassifier.classify(text), text));
    }

    void line(String text) {
        OutputKind kind = OutputClassifier.classify(text);
        OutputLine line = new OutputLine(Instant.now(), kind, text);
        counts.incrementAndGet(kind.ordinal());
        recent.add(line);
        report.line(kind, text);
        listeners.forEach(listener -> tell(listener, line));
    }

    /** A listener that throws is dropped: the next line would make it throw again. */
    private void tell(OutputListener listener, OutputLine line) {
        try {
            listener.line(line);
        } catch (RuntimeException | Error failure) {
            listeners.remove(listener);
            LOG.warn("{} threw on a line of {} and is dropped", listener, name, failure);
        }
    }

    RecentLines recent() {
        return recent;
    }

    Subscription listen(OutputListener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    Map<OutputKind, Long> counts() {
        Map<OutputKind, Long> result = new EnumMap<>(OutputKind.class);
        for (OutputKind kind : OutputKind.values()) {
            long count = counts.get(kind.ordinal());
            if (count > 0) {
                result.put(kind, count);
            }
        }
        return result;
    }

    Set<OutputKind> kinds() {
        return counts().keySet();
    }
}
