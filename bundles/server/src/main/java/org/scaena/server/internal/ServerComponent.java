package org.scaena.server.internal;

import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.Designate;
import org.scaena.id.AllocatorService;
import org.scaena.node.NodeListener;
import org.scaena.node.NodeTreeService;
import org.scaena.osc.OscListener;
import org.scaena.osc.OscPacing;
import org.scaena.osc.OscTransport;
import org.scaena.process.AudioSystem;
import org.scaena.process.ProcessManager;
import org.scaena.server.ClientActivator;
import org.scaena.server.InitHook;
import org.scaena.server.Server;
import org.scaena.server.ServerListener;
import org.scaena.synthdef.SynthDefFormat;
import org.scaena.synthdef.SynthDefRegistry;
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

    private final BundleContext context;
    private final boolean autoBoot;
    private final LiveServer server;
    private final RegistryWatch definitions;
    private final ServiceRegistration<Server> registration;

    /** Makes a server from its configuration. */
    @Activate
    public ServerComponent(
            BundleContext context,
            ServerConfiguration configuration,
            Map<String, Object> properties,
            @Reference OscTransport transport,
            @Reference OscPacing pacing,
            @Reference ProcessManager processes,
            @Reference AudioSystem audio,
            @Reference AllocatorService allocators,
            @Reference NodeTreeService trees,
            @Reference SynthDefRegistry registry,
            @Reference SynthDefFormat format) {
        Settings settings = Settings.of(configuration, properties);
        Services services =
                new Services(
                        transport, pacing, processes, audio, allocators, trees, registry, format);
        this.context = context;
        this.autoBoot = settings.autoBoot();
        this.server = new LiveServer(context, settings, services);
        this.definitions = new RegistryWatch(registry, server.life());
        Dictionary<String, Object> name = new Hashtable<>(Map.of(Server.NAME, settings.name()));
        this.registration = context.registerService(Server.class, server, name);
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

    /** Boots once the plugins that are there already are known. */
    @Activate
    void start() {
        if (autoBoot) {
            server.boot();
        }
    }

    @Deactivate
    void stop() {
        definitions.close();
        server.life().close();
        registration.unregister();
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
