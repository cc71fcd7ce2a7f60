package org.scaena.itests.host;

import java.util.concurrent.TimeUnit;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.util.tracker.ServiceTracker;

/** Waits for services to come. */
final class Services {

    private static final long LIMIT_MS = TimeUnit.SECONDS.toMillis(15);

    private Services() {}

    /** The service of this type and server name, as soon as it is there. */
    static <S> S of(BundleContext context, Class<S> type, String server)
            throws InvalidSyntaxException, InterruptedException {
        String filter = "(&(objectClass=%s)(server.name=%s))".formatted(type.getName(), server);
        return await(new ServiceTracker<>(context, FrameworkUtil.createFilter(filter), null));
    }

    /** The service of this type, as soon as it is there. */
    static <S> S of(BundleContext context, Class<S> type) throws InterruptedException {
        return await(new ServiceTracker<>(context, type, null));
    }

    private static <S> S await(ServiceTracker<S, S> tracker) throws InterruptedException {
        tracker.open();
        S service = tracker.waitForService(LIMIT_MS);
        if (service == null) {
            throw new AssertionError("service did not come: " + tracker);
        }
        return service;
    }
}
