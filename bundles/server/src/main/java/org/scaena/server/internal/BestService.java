package org.scaena.server.internal;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;

/**
 * Follows the best service of a type: the one with the highest ranking, the oldest of several.
 *
 * <p>Not a reference of the component: that would go with the last of its services.
 */
final class BestService<T> implements ServiceTrackerCustomizer<T, T>, AutoCloseable {

    private final BundleContext context;
    private final Replaceable<T> best;
    private final Runnable changed;
    private final Runnable hostStops;
    private final ServiceTracker<T, T> tracker;
    private final Map<ServiceReference<T>, T> there = new HashMap<>();
    private volatile @Nullable ServiceReference<T> chosen;

    /**
     * Begins to follow.
     *
     * @param best is told which it is
     * @param changed called after each change
     * @param hostStops called, while all is still there, when a service leaves because the whole
     *     framework stops
     */
    BestService(
            BundleContext context,
            Class<T> type,
            Replaceable<T> best,
            Runnable changed,
            Runnable hostStops) {
        this.context = context;
        this.best = best;
        this.changed = changed;
        this.hostStops = hostStops;
        this.tracker = new ServiceTracker<>(context, type, this);
    }

    void open() {
        tracker.open();
    }

    /** Whether the bundle that provides it is being stopped. */
    boolean isLeaving() {
        ServiceReference<T> now = chosen;
        Bundle provider = now == null ? null : now.getBundle();
        return provider != null && provider.getState() == Bundle.STOPPING;
    }

    @Override
    public @Nullable T addingService(ServiceReference<T> reference) {
        T service = context.getService(reference);
        if (service != null) {
            synchronized (this) {
                there.put(reference, service);
                choose();
            }
            changed.run();
        }
        return service;
    }

    @Override
    public void modifiedService(ServiceReference<T> reference, T service) {
        synchronized (this) {
            choose();
        }
    }

    @Override
    public void removedService(ServiceReference<T> reference, T service) {
        Bundle framework = context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION);
        if (framework != null && framework.getState() == Bundle.STOPPING) {
            hostStops.run();
        }
        synchronized (this) {
            there.remove(reference);
            choose();
        }
        context.ungetService(reference);
    }

    private void choose() {
        ServiceReference<T> next =
                there.keySet().stream().max(ServiceReference::compareTo).orElse(null);
        chosen = next;
        best.replace(next == null ? null : there.get(next));
    }

    @Override
    public void close() {
        tracker.close();
    }
}
