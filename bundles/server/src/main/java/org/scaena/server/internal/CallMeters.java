package org.scaena.server.internal;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.scaena.server.PluginCalls;

/** The figures of all bundles whose code was called around one server; kept when they stop. */
final class CallMeters {

    /** A call begins a little after it is waited for, and is cut off at the deadline of that. */
    private static final Duration LIMIT = Gate.DEADLINE.minusMillis(100);

    private final Map<String, CallMeter> meters = new ConcurrentSkipListMap<>();

    CallMeter of(String bundle) {
        return meters.computeIfAbsent(bundle, name -> new CallMeter(name, LIMIT));
    }

    /** By name; whose code was never called is left out. */
    List<PluginCalls> snapshot() {
        return meters.values().stream()
                .map(CallMeter::snapshot)
                .filter(each -> each.calls() > 0 || each.dropped() > 0)
                .toList();
    }
}
