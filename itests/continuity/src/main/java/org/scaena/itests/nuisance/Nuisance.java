package org.scaena.itests.nuisance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;
import org.osgi.util.tracker.ServiceTrackerCustomizer;
import org.scaena.itests.continuity.PluginJar;
import org.scaena.osc.OscListener;
import org.scaena.osc.OscMessage;
import org.scaena.server.Client;
import org.scaena.server.InitHook;
import org.scaena.server.Server;
import org.scaena.server.ServerEvent;
import org.scaena.server.ServerListener;

/** Throws, hangs, sends without end, or hears more than it takes: as its bundle is called. */
public final class Nuisance
        implements BundleActivator,
                InitHook,
                ServerListener,
                OscListener,
                ServiceTrackerCustomizer<Client, Client> {

    /** A hook and a listener that throw. */
    public static final String THROWS = "nuisance.throws";

    /** A hook and a listener that do not return before the bundle stops. */
    public static final String HANGS = "nuisance.hangs";

    /** A listener that wants to hear more than it takes. */
    public static final String FLOODS = "nuisance.floods";

    /** Does not return when the client comes, nor when it goes, unless it is interrupted. */
    public static final String STALLS = "nuisance.stalls";

    /** Does nothing of its own accord. */
    public static final String IDLES = "nuisance.idles";

    /** Sends to whatever client there is, as fast as it can. */
    public static final String SENDS = "nuisance.sends";

    /** A component that throws when it is activated, which it is when the client comes. */
    public static final String FAILS = "nuisance.fails";

    private static final String COMPONENT =
            """
            <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="%s" activate="fail">
              <implementation class="%s"/>
              <reference name="client" interface="%s"/>
            </scr:component>
            """
                    .formatted(FAILS, Nuisance.class.getName(), Client.class.getName());

    private final CountDownLatch stopped = new CountDownLatch(1);
    private boolean fails;
    private BundleContext own;
    private ServiceTracker<Client, Client> clients;

    /** For the framework. */
    public Nuisance() {}

    /**
     * Installs it and starts it.
     *
     * @param name one of those above
     */
    public static Bundle install(BundleContext context, String name)
            throws IOException, BundleException {
        Map<String, byte[]> components =
                name.equals(FAILS)
                        ? Map.of("OSGI-INF/fails.xml", COMPONENT.getBytes(StandardCharsets.UTF_8))
                        : Map.of();
        PluginJar jar =
                new PluginJar(
                        name,
                        Nuisance.class,
                        Stream.empty(),
                        components,
                        Stream.of(
                                "org.osgi.framework",
                                "org.osgi.util.tracker",
                                "org.scaena.osc",
                                "org.scaena.server"));
        Bundle bundle = context.installBundle("test:" + name, jar.open());
        bundle.start();
        return bundle;
    }

    @Override
    public void start(BundleContext context) {
        String name = context.getBundle().getSymbolicName();
        fails = name.equals(THROWS);
        own = context;
        if (name.equals(FLOODS)) {
            Dictionary<String, Object> address =
                    new Hashtable<>(Map.of(OscListener.ADDRESS, "/version.reply"));
            context.registerService(OscListener.class, this, address);
        } else if (name.equals(STALLS)) {
            clients = new ServiceTracker<>(context, Client.class, this);
            clients.open();
        } else if (name.equals(SENDS)) {
            clients = new ServiceTracker<>(context, Client.class, null);
            clients.open();
            new Thread(this::sendWithoutEnd, SENDS).start();
        } else if (!name.equals(IDLES) && !name.equals(FAILS)) {
            context.registerService(ServerListener.class, this, null);
            context.registerService(InitHook.class, this, null);
        }
    }

    @Override
    public void stop(BundleContext context) {
        stopped.countDown();
        if (clients != null) {
            clients.close();
        }
    }

    private void sendWithoutEnd() {
        OscMessage message = OscMessage.of("/c_set", 0, 1f);
        while (stopped.getCount() > 0) {
            Client client = clients.getService();
            if (client != null) {
                client.send(message);
            }
        }
    }

    @Override
    public void tree(Client client) {
        misbehave();
    }

    @Override
    public void event(Server server, ServerEvent event) {
        misbehave();
    }

    @Override
    public void received(OscMessage message) {
        misbehave();
    }

    @Override
    public Client addingService(ServiceReference<Client> reference) {
        misbehave();
        return own.getService(reference);
    }

    @Override
    public void modifiedService(ServiceReference<Client> reference, Client client) {
        misbehave();
    }

    @Override
    public void removedService(ServiceReference<Client> reference, Client client) {
        misbehave();
    }

    /** For Declarative Services. */
    public void fail() {
        throw new IllegalStateException("on purpose");
    }

    private void misbehave() {
        if (fails) {
            fail();
        }
        try {
            stopped.await();
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }
}
