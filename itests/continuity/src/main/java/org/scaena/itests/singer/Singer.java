package org.scaena.itests.singer;

import static org.scaena.node.Controls.set;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.scaena.itests.continuity.PluginJar;
import org.scaena.node.Placement;
import org.scaena.server.Client;
import org.scaena.server.ClientActivator;

/** Plays one note under a key, on a login of its own. */
public final class Singer implements BundleActivator {

    /** The key of the note. */
    public static final String KEY = "song";

    /** For the framework. */
    public Singer() {}

    /** Puts it into the home of a host. */
    public static void into(Path home) throws IOException {
        new PluginJar(
                        "singer",
                        Singer.class,
                        Stream.of("Voice"),
                        Map.of(),
                        Stream.of("org.osgi.framework", "org.scaena.node", "org.scaena.server"))
                .deploy(home, "singer.jar");
    }

    @Override
    public void start(BundleContext context) {
        context.registerService(ClientActivator.class, new Voice(), null);
    }

    @Override
    public void stop(BundleContext context) {
        // the framework takes the service back
    }

    private static final class Voice implements ClientActivator {

        @Override
        public void activate(Client client) {
            client.synth(KEY, "s2", set("amp", 0), Placement.addToTail(client.defaultGroup()));
        }
    }
}
