package org.scaena.itests.host;

import java.io.IOException;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import org.osgi.framework.BundleContext;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.scaena.itests.continuity.FreePort;
import org.scaena.server.Server;

/**
 * The configuration of a real server for one test class: a JACK dummy of its own, a free port.
 *
 * <p>Deleting the configuration ends what was started for it.
 */
final class TestServer implements AutoCloseable {

    private static final String PID = "org.scaena.server";

    private final BundleContext context;
    private final String name;
    private final Configuration configuration;

    private TestServer(BundleContext context, String name, Configuration configuration) {
        this.context = context;
        this.name = name;
        this.configuration = configuration;
    }

    /** Configures a server of this name, which boots at once. */
    static TestServer configure(BundleContext context, String name)
            throws IOException, InterruptedException {
        return configure(context, name, Map.of());
    }

    /** Configures a server of this name; what is set here goes before what tests usually have. */
    static TestServer configure(BundleContext context, String name, Map<String, ?> set)
            throws IOException, InterruptedException {
        Dictionary<String, Object> settings = new Hashtable<>();
        settings.put("name", name);
        settings.put("port", freePort());
        settings.put("audio", "DUMMY");
        settings.put("jackServer", "scaena-" + ProcessHandle.current().pid() + "-" + name);
        settings.put("periodFrames", 64);
        settings.put("startupSound", false);
        set.forEach(settings::put);
        Configuration configuration =
                Services.of(context, ConfigurationAdmin.class)
                        .getFactoryConfiguration(PID, name, "?");
        configuration.update(settings);
        return new TestServer(context, name, configuration);
    }

    /** Changes some of the settings. */
    void change(Map<String, ?> set) throws IOException {
        Dictionary<String, Object> settings = configuration.getProperties();
        set.forEach(settings::put);
        configuration.update(settings);
    }

    static int freePort() throws IOException {
        return FreePort.find();
    }

    String name() {
        return name;
    }

    @Override
    public void close() throws IOException {
        configuration.delete();
        Services.awaitGone(context, Server.class, name);
    }
}
