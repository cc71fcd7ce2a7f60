package org.scaena.server.internal;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.scaena.server.HookRun;
import org.scaena.server.InitHook;

/** An init hook that is there, and what it did when it ran last. */
final class Hook {

    private final InitHook service;
    private final String owner;
    private final int ranking;
    private final long serviceId;
    private final Map<HookPhase, HookRun> lastRuns = new ConcurrentSkipListMap<>();
    private volatile @Nullable LiveClient bootedFor;

    Hook(ServiceReference<InitHook> reference, InitHook service) {
        Object number = reference.getProperty(Constants.SERVICE_RANKING);
        this.service = service;
        this.owner = Owners.of(reference);
        this.ranking = number instanceof Integer given ? given : 0;
        this.serviceId = (Long) reference.getProperty(Constants.SERVICE_ID);
    }

    InitHook service() {
        return service;
    }

    String owner() {
        return owner;
    }

    int ranking() {
        return ranking;
    }

    long serviceId() {
        return serviceId;
    }

    String label() {
        String name = service.getClass().getName();
        return name.substring(name.lastIndexOf('.') + 1) + " of " + owner;
    }

    /** Whether its boot phase is still to come on the run to which a client belongs. */
    boolean missedBoot(LiveClient client) {
        return bootedFor != client;
    }

    /** Its phases have run for the server of a client, under an earlier host. */
    void ranBefore(LiveClient client) {
        bootedFor = client;
    }

    HookRun ran(HookPhase phase, LiveClient client, Duration took, Optional<String> failure) {
        HookRun run = new HookRun(label(), ranking, phase.toString(), took, failure);
        bootedFor = client;
        lastRuns.put(phase, run);
        return run;
    }

    Stream<HookRun> lastRuns() {
        return lastRuns.values().stream();
    }
}
