package org.scaena.itests.host;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Filter;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceListener;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;

/** Waits for services to come. */
final class Services {

    private static final long LIMIT_MS = TimeUnit.SECONDS.toMillis(30);

    private Services() {}

    /** The service of this type and server name, as soon as it is there. */
    static <S> S of(BundleContext context, Class<S> type, String server)
            throws InvalidSyntaxException, InterruptedException {
        Filter filter = FrameworkUtil.createFilter(filter(type, server));
        return await(new ServiceTracker<>(context, filter, null));
    }

    /** Waits until no service of this type and server name is left. */
    static void awaitGone(BundleContext context, Class<?> type, String server) {
        CountDownLatch gone = new CountDownLatch(1);
        ServiceListener leaving =
                event -> {
                    if (event.getType() == ServiceEvent.UNREGISTERING) {
                        gone.countDown();
                    }
                };
        String filter = filter(type, server);
        try {
            context.addServiceListener(leaving, filter);
            boolean there = !context.getServiceReferences(type, filter).isEmpty();
            if (there && !gone.await(LIMIT_MS, TimeUnit.MILLISECONDS)) {
                throw new AssertionError("service did not go: " + filter);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (InvalidSyntaxException invalid) {
            throw new AssertionError(invalid);
        } finally {
            context.removeServiceListener(leaving);
        }
    }

    private static String filter(Class<?> type, String server) {
        return "(&(objectClass=%s)(server.name=%s))".formatted(type.getName(), server);
    }

    /** The service of this type, as soon as it is there. */
    static <S> S of(BundleContext context, Class<S> type) throws InterruptedException {
        return await(new ServiceTracker<>(context, type, null));
    }

    /** Waits until a service of this type is there that is not this one. */
    static <S> void awaitOther(BundleContext context, Class<S> type, S former)
            throws InterruptedException {
        CountDownLatch come = new CountDownLatch(1);
        ServiceTracker<S, S> tracker =
                new ServiceTracker<>(context, type, null) {
                    @Override
                    public S addingService(ServiceReference<S> reference) {
                        S service = super.addingService(reference);
                        if (service != former) {
                            come.countDown();
                        }
                        return service;
                    }
                };
        tracker.open();
        boolean isThere = come.await(LIMIT_MS, TimeUnit.MILLISECONDS);
        tracker.close();
        if (!isThere) {
            throw new AssertionError("no other service came: " + type);
        }
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
