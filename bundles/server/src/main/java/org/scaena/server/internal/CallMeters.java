package org.scaena.server.internal;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.scaena.server.PluginCalls;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The figures of all bundles whose code was called around one server; kept when they stop. */
final class CallMeters {

    /** A call begins a little after it is waited for, and is cut off at the deadline of that. */
    private static final Duration LIMIT = Gate.DEADLINE.minusMillis(100);

    /** The seconds that are told in one line. */
    private static final int HELD_PER_LINE = 60;

    private static final Logger LOG = LoggerFactory.getLogger(CallMeters.class);

    private final Map<String, CallMeter> meters = new ConcurrentSkipListMap<>();

    CallMeter of(String bundle) {
        return meters.computeIfAbsent(bundle, name -> new CallMeter(name, LIMIT));
    }

    /** Code sends faster than a server works it off, and was held back for that. */
    void held(WhoseCode code, String server) {
        if (of(code.bundle()).held() % HELD_PER_LINE == 1) {
            LOG.warn(
                    "{} of {} sends faster than server '{}' works it off: it is held back",
                    code.method(),
                    code.bundle(),
                    server);
        }
    }

    /** By name; whose code was never called is left out. */
    List<PluginCalls> snapshot() {
        return meters.values().stream()
                .map(CallMeter::snapshot)
                .filter(each -> each.calls() + each.dropped() + each.held() > 0)
                .toList();
    }
}
