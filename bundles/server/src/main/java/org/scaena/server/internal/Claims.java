package org.scaena.server.internal;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.scaena.command.NotRunningException;
import org.scaena.osc.OscLinkException;
import org.scaena.server.internal.Holdings.Part;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What becomes of the things of a bundle that stops, or may be gone: what has no key is taken back,
 * what has one is for the bundle's next version to claim, for a while.
 */
final class Claims {

    private static final Logger LOG = LoggerFactory.getLogger(Claims.class);

    /** For bundles that are not there yet when a host has just begun. */
    static final Duration LATECOMERS = Duration.ofSeconds(30);

    private final LiveClient client;
    private final Settings settings;
    private final ScheduledExecutorService thread;
    private final Map<String, Future<?>> waiting = new ConcurrentHashMap<>();

    /**
     * The claims on one login.
     *
     * @param thread where time is waited for
     */
    Claims(LiveClient client, Settings settings, ScheduledExecutorService thread) {
        this.client = client;
        this.settings = settings;
        this.thread = thread;
    }

    /** Owners have a while from now on to claim what is theirs. */
    void begin(Predicate<String> isActive) {
        Duration grace = settings.grace();
        Duration late = grace.compareTo(LATECOMERS) > 0 ? grace : LATECOMERS;
        for (String owner : client.ownersOfUnclaimed()) {
            if (!owner.equals(Owners.HOST)) {
                expire(owner, isActive.test(owner) ? grace : late);
            }
        }
    }

    /** An owner's bundle has stopped; it may come back. */
    void stopped(String owner) {
        client.server().life().definitions().giveBack(owner);
        giveBack(owner, Part.WITHOUT_KEY);
        client.unclaim(owner);
        expire(owner, settings.grace());
    }

    /** An owner's bundle has started: it has a while from now on. */
    void started(String owner) {
        if (client.ownersOfUnclaimed().contains(owner)) {
            expire(owner, settings.grace());
        }
    }

    /** An owner's bundle does not come back. */
    void uninstalled(String owner) {
        client.unclaim(owner);
        expire(owner, Duration.ZERO);
    }

    private void expire(String owner, Duration after) {
        if (after.isZero()) {
            giveBack(owner, Part.UNCLAIMED);
            return;
        }
        try {
            Future<?> before =
                    waiting.put(
                            owner,
                            thread.schedule(
                                    () -> giveBack(owner, Part.UNCLAIMED),
                                    after.toMillis(),
                                    TimeUnit.MILLISECONDS));
            if (before != null) {
                before.cancel(false);
            }
        } catch (RejectedExecutionException ending) {
            LOG.debug("what {} has is for the next host", owner);
        }
    }

    private void giveBack(String owner, Part part) {
        try {
            client.giveBack(owner, part, settings.release());
        } catch (NotRunningException | OscLinkException gone) {
            LOG.debug("what {} had went with the server", owner, gone);
        }
    }

    /** The login is over. */
    void close() {
        waiting.values().forEach(end -> end.cancel(false));
    }
}
