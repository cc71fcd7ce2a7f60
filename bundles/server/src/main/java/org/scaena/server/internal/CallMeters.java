package org.scaena.server.internal;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.scaena.server.PluginCalls;

/** The figures of all bundles whose code was called around one server; kept when they stop. */
final class CallMeters {

    private final Map<String, CallMeter> meters = new ConcurrentSkipListMap<>();

    CallMeter of(String bundle) {
        return meters.computeIfAbsent(bundle, name -> new CallMeter(name, Gate.DEADLINE));
    }

    /** By name; whose code was never called is left out. */
    List<PluginCalls> snapshot() {
        return meters.values().stream()
                .map(CallMeter::snapshot)
                .filter(each -> each.calls() > 0 || each.dropped() > 0)
                .toList();
    }
}
