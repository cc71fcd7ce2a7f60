package org.scaena.server.internal;

import java.time.Duration;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.ComponentConstants;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferenceScope;
import org.osgi.service.metatype.annotations.Designate;
import org.scaena.ledger.LedgerService;
import org.scaena.node.NodeListener;
import org.scaena.osc.OscListener;
import org.scaena.server.ClientActivator;
import org.scaena.server.InitHook;
import org.scaena.server.Server;
import org.scaena.server.ServerListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One server for each factory configuration {@code org.scaena.server}. */
@Component(
        service = {},
        immediate = true,
        configurationPid = ServerComponent.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = ServerConfiguration.class, factory = true)
public final class ServerComponent {

    static final String PID = "org.scaena.server";

    private static final Logger LOG = LoggerFactory.getLogger(ServerComponent.class);

    /** Longer than all that ends has by itself. */
    private static final Duration END_LIMIT = Duration.ofSeconds(20);

    private final BundleContext context;
    private final boolean autoBoot;
    private final Modules modules;
    private final LiveServer server;
    private final RegistryWatch definitions;
    private @Nullable ServiceRegistration<Server> registration;
    private boolean stopped;

    /** Makes a server from its configuration; it is a service once all that it needs is there. */
    @Activate
    public ServerComponent(
            BundleContext context,
            ServerConfiguration configuration,
            Map<String, Object> properties,
            @Reference LedgerService ledgers,
            @Reference(scope = ReferenceScope.PROTOTYPE_REQUIRED) Modules modules) {
        Settings settings = Settings.of(configuration, properties);
        this.context = context;
        this.autoBoot = settings.autoBoot();
        this.modules = modules;
        this.server =
                new LiveServer(
                        context, settings, modules.services(), ledgers.open(settings.name()));
        this.definitions = new RegistryWatch(modules.services().definitions(), server.life());
    }

    /** Takes over changed settings; a wrong one leaves everything as it is. */
    @Modified
    void modified(ServerConfiguration configuration, Map<String, Object> properties) {
        try {
            server.change(Settings.of(configuration, properties));
        } catch (IllegalArgumentException wrong) {
            LOG.error("server '{}' keeps its settings: {}", server.name(), wrong.getMessage());
        }
    }

    /** A service from now on or when its modules are there: plugins that are there are known. */
    @Activate
    void start() {
        modules.follow(this::publish, this::endWithHost);
    }

    private synchronized void publish() {
        if (!stopped) {
            Dictionary<String, Object> name = new Hashtable<>(Map.of(Server.NAME, server.name()));
            registration = context.registerService(Server.class, server, name);
            if (autoBoot) {
                server.boot();
            } else if (server.life().bookkeeper().hasInheritance()) {
                server.life().wayUp().start(Boot::left);
            }
        }
    }

    /** All end with the host: the server, too, unless it is asked to play on. */
    private void endWithHost() {
        if (KeepPlaying.isAsked(server.life().settings())) {
            server.life().leave();
        } else {
            server.life().close();
        }
    }

    /** Ends the server with its configuration or with the host; otherwise it plays on. */
    @Deactivate
    void stop(int reason) {
        // on a thread of its own, as whoever stops the bundle may be interrupted on the way
        FutureTask<Void> end = new FutureTask<>(() -> end(reason), null);
        new Thread(end, "scaena-end-" + server.name()).start();
        if (!Uninterrupted.isDoneWithin(end, END_LIMIT)) {
            LOG.warn("server '{}' has not ended within {} s", server.name(), END_LIMIT.toSeconds());
        }
    }

    private void end(int reason) {
        definitions.close();
        if (reason == ComponentConstants.DEACTIVATION_REASON_CONFIGURATION_DELETED) {
            server.life().close();
        } else if (server.life().isHostEnding()) {
            endWithHost();
        } else {
            server.life().leave();
        }
        unpublish();
    }

    private synchronized void unpublish() {
        stopped = true;
        if (registration != null) {
            registration.unregister();
        }
    }

    @Reference(
            service = InitHook.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC)
    void addHook(ServiceReference<InitHook> reference, InitHook hook) {
        server.life().plugins().hooks().add(reference, hook);
        server.life().whileUp().hookCame(reference);
    }

    void removeHook(ServiceReference<InitHook> reference) {
        server.life().plugins().hooks().remove(reference);
    }

    @Reference(
            service = ClientActivator.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC)
    void addActivator(ServiceReference<ClientActivator> reference, ClientActivator activator) {
        server.life().plugins().activations().add(reference, activator);
        server.life().whileUp().activatorCame();
    }

    void removeActivator(ServiceReference<ClientActivator> reference) {
        server.life().whileUp().activatorGone(reference);
    }

    @Reference(
            service = ServerListener.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC)
    void addServerListener(ServiceReference<ServerListener> reference, ServerListener listener) {
        server.life().plugins().serverListeners().add(reference, listener);
    }

    void removeServerListener(ServiceReference<ServerListener> reference) {
        server.life().plugins().serverListeners().remove(reference);
    }

    @Reference(
            service = OscListener.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC)
    void addOscListener(ServiceReference<OscListener> reference, OscListener listener) {
        server.life().plugins().oscListeners().add(reference, listener);
    }

    void updatedOscListener(ServiceReference<OscListener> reference, OscListener listener) {
        removeOscListener(reference);
        addOscListener(reference, listener);
    }

    void removeOscListener(ServiceReference<OscListener> reference) {
        server.life().plugins().oscListeners().remove(reference);
    }

    @Reference(
            service = NodeListener.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC)
    void addNodeListener(ServiceReference<NodeListener> reference, NodeListener listener) {
        server.life().plugins().nodeListeners().add(reference, listener);
    }

    void removeNodeListener(ServiceReference<NodeListener> reference) {
        server.life().plugins().nodeListeners().remove(reference);
    }
}
