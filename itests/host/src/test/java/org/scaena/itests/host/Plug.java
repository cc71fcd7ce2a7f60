package org.scaena.itests.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.scaena.server.Client;
import org.scaena.server.ClientActivator;
import org.scaena.server.Server;

/** A plugged-in client; remembers which are logged in. */
final class Plug implements ClientActivator {

    private static final List<Client> CLIENTS = new CopyOnWriteArrayList<>();

    static ServiceRegistration<ClientActivator> in(BundleContext context, String server) {
        Dictionary<String, Object> properties = new Hashtable<>(Map.of(Server.NAME, server));
        return context.registerService(ClientActivator.class, new Plug(), properties);
    }

    static List<Client> clients() {
        return CLIENTS;
    }

    static List<Integer> ids() {
        return CLIENTS.stream().map(Client::id).toList();
    }

    /** Waits until so many are logged in. */
    static void awaitAll(int count) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        synchronized (CLIENTS) {
            while (CLIENTS.size() != count && System.nanoTime() < deadline) {
                CLIENTS.wait(100);
            }
        }
        assertThat(CLIENTS).hasSize(count);
    }

    @Override
    public void activate(Client client) {
        CLIENTS.add(client);
        wake();
    }

    @Override
    public void deactivate(Client client) {
        CLIENTS.removeIf(one -> one.id() == client.id());
        wake();
    }

    private static void wake() {
        synchronized (CLIENTS) {
            CLIENTS.notifyAll();
        }
    }
}
