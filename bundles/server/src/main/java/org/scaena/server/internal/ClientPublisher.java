package org.scaena.server.internal;

import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.ServiceFactory;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.SynchronousBundleListener;
import org.scaena.server.Client;
import org.scaena.server.Server;

/**
 * Publishes a login as the {@link Client} service, a view for each bundle.
 *
 * <p>What a bundle took is given back when the bundle stops, not when its components merely let go.
 */
final class ClientPublisher implements ServiceFactory<Client>, SynchronousBundleListener {

    private final BundleContext context;
    private final LiveClient client;
    private final Claims claims;
    private @Nullable ServiceRegistration<Client> registration;
    private boolean closed;
    private final Set<Thread> changing = ConcurrentHashMap.newKeySet();

    ClientPublisher(BundleContext context, LiveClient client, Claims claims) {
        this.context = context;
        this.client = client;
        this.claims = claims;
    }

    /** Publishes it: every component that needs it is activated, on this thread. */
    void open() {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put(Server.NAME, client.server().name());
        changing.add(Thread.currentThread());
        context.addBundleListener(this);
        ServiceRegistration<Client> opened =
                context.registerService(Client.class, this, properties);
        claims.begin(this::isActive);
        if (!keep(opened)) {
            opened.unregister();
        }
    }

    private boolean isActive(String owner) {
        return Stream.of(context.getBundles())
                .filter(bundle -> Owners.of(bundle).equals(owner))
                .anyMatch(bundle -> bundle.getState() == Bundle.ACTIVE);
    }

    private synchronized boolean keep(ServiceRegistration<Client> opened) {
        registration = opened;
        return !closed;
    }

    /** Takes the service away: every component that needs it is deactivated, on this thread. */
    void close() {
        changing.add(Thread.currentThread());
        context.removeBundleListener(this);
        claims.close();
        ServiceRegistration<Client> opened = takeBack();
        if (opened != null) {
            opened.unregister();
        }
    }

    private synchronized @Nullable ServiceRegistration<Client> takeBack() {
        ServiceRegistration<Client> opened = closed ? null : registration;
        closed = true;
        return opened;
    }

    @Override
    public Client getService(Bundle bundle, ServiceRegistration<Client> self) {
        forgetInterruption();
        return new ClientView(client, Owners.of(bundle));
    }

    /** One that hung was interrupted: that is not meant for those whose turn comes after it. */
    private void forgetInterruption() {
        if (changing.contains(Thread.currentThread())) {
            Thread.interrupted();
        }
    }

    @Override
    public void ungetService(Bundle bundle, ServiceRegistration<Client> self, Client view) {
        forgetInterruption(); // and no more: what the bundle has stays until it stops
    }

    @Override
    public void bundleChanged(BundleEvent event) {
        String owner = Owners.of(event.getBundle());
        if (HostState.isEnding(context)) {
            return; // the server ends, too, or plays on with all that it has
        }
        switch (event.getType()) {
            case BundleEvent.STOPPED -> claims.stopped(owner);
            case BundleEvent.STARTED -> claims.started(owner);
            case BundleEvent.UNINSTALLED -> {
                claims.uninstalled(owner);
                client.server().life().whileUp().uninstalled(owner);
            }
            default -> {
                // is on its way
            }
        }
    }
}
