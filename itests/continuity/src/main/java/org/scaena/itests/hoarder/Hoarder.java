package org.scaena.itests.hoarder;

import static org.scaena.node.Controls.set;

import java.io.IOException;
import java.io.InputStream;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.scaena.buffer.BufferSource;
import org.scaena.itests.continuity.PluginJar;
import org.scaena.node.NodeListener;
import org.scaena.node.Placement;
import org.scaena.node.Synth;
import org.scaena.osc.OscListener;
import org.scaena.server.Client;
import org.scaena.server.ClientActivator;
import org.scaena.server.InitHook;
import org.scaena.server.ServerListener;

/** Takes of everything a client gives, and gives nothing back: a bundle of its own. */
public final class Hoarder implements BundleActivator {

    /** A definition in its jar. */
    private static final String DEFINITION = "hoarded.scsyndef";

    private final AtomicLong heard = new AtomicLong();

    /** For the framework. */
    public Hoarder() {}

    /**
     * A bundle of it.
     *
     * @param name its symbolic name
     * @param definition the file of a definition {@code hoarded}
     */
    public static PluginJar jar(String name, byte[] definition) throws IOException {
        return new PluginJar(
                name,
                Hoarder.class,
                Stream.of("Hook", "Login"),
                Map.of(DEFINITION, definition),
                Stream.of(
                        "org.osgi.framework",
                        "org.scaena.buffer",
                        "org.scaena.bus",
                        "org.scaena.command",
                        "org.scaena.id",
                        "org.scaena.node",
                        "org.scaena.osc",
                        "org.scaena.server",
                        "org.scaena.synthdef"));
    }

    @Override
    public void start(BundleContext context) throws IOException {
        ServiceReference<Client> reference = context.getServiceReference(Client.class);
        take(context.getService(reference));
        listen(context);
    }

    private void take(Client client) throws IOException {
        try (InputStream in = Hoarder.class.getResourceAsStream("/" + DEFINITION)) {
            client.sendSynthDef(in.readAllBytes()).thenRun(heard::incrementAndGet);
        }
        client.group("keyed group", Placement.addToTail(client.defaultGroup()));
        client.synth("keyed synth", "s2", set("amp", 0));
        client.buffer("keyed buffer", BufferSource.alloc(16));
        client.controlBus("keyed bus", 2);
        client.group(Placement.addToTail(client.defaultGroup()));
        Synth synth = client.synth("s2", set("amp", 0));
        synth.started().thenRun(heard::incrementAndGet);
        synth.ended().thenRun(heard::incrementAndGet);
        client.buffer(BufferSource.alloc(16)).ready().thenRun(heard::incrementAndGet);
        client.audioBus(2);
        client.controlBus(1);
        client.ids().nodes().allocate("whoever");
        client.ids().buffers().allocate(2, "whoever");
        client.ids().controlBuses().allocate(3, "whoever");
        client.sync().thenRun(heard::incrementAndGet);
    }

    private void listen(BundleContext context) {
        Dictionary<String, Object> address = new Hashtable<>(Map.of(OscListener.ADDRESS, "/n_go"));
        context.registerService(OscListener.class, message -> heard.incrementAndGet(), address);
        context.registerService(NodeListener.class, event -> heard.incrementAndGet(), null);
        context.registerService(
                ServerListener.class, (server, event) -> heard.incrementAndGet(), null);
        context.registerService(InitHook.class, new Hook(), null);
        context.registerService(ClientActivator.class, new Login(), null);
    }

    @Override
    public void stop(BundleContext context) {
        // keeps all it has
    }

    private static final class Hook implements InitHook {

        @Override
        public void tree(Client client) {
            client.group(Placement.addToTail(client.defaultGroup()));
        }
    }

    private static final class Login implements ClientActivator {

        @Override
        public void activate(Client client) {
            client.synth("s2", set("amp", 0));
            client.buffer(BufferSource.alloc(16));
        }

        @Override
        public void deactivate(Client client) {
            // keeps all it has
        }
    }
}
