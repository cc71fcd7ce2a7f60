package org.scaena.console.internal;

import java.io.IOException;
import java.time.Duration;
import java.util.Dictionary;
import java.util.Hashtable;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.annotations.GogoCommand;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Servers that come and go with a session instead of a file, in the console. */
@Component(service = ConfigurationCommands.class)
@GogoCommand(
        scope = "sc",
        function = {"add", "remove"})
public final class ConfigurationCommands {

    private static final String PID = "org.scaena.server";
    private static final String LOCATION = "?";
    private static final Duration APPEARANCE = Duration.ofSeconds(5);

    private final ConfigurationAdmin admin;
    private final Targets targets;

    /** Commands for these configurations. */
    @Activate
    public ConfigurationCommands(@Reference ConfigurationAdmin admin, @Reference Targets targets) {
        this.admin = admin;
        this.targets = targets;
    }

    /** Adds a server. */
    @Descriptor("adds a server until the host ends: sc:add studio port=57120 autoBoot=false")
    public void add(
            @Descriptor("its name") String server,
            @Descriptor("settings, as in conf/org.scaena.server-default.config") String... settings)
            throws IOException {
        if (targets.names().anyMatch(server::equals)) {
            throw new IllegalArgumentException("server '" + server + "' is there already");
        }
        Dictionary<String, Object> properties = new Hashtable<>();
        for (String setting : settings) {
            int split = setting.indexOf('=');
            if (split < 1) {
                throw new IllegalArgumentException(
                        "a setting is name=value, not '" + setting + "'");
            }
            properties.put(setting.substring(0, split), setting.substring(split + 1));
        }
        properties.put("name", server);
        configuration(server).update(properties);
        targets.await(server, APPEARANCE);
    }

    /** Takes a server away. */
    @Descriptor("takes a server away that was added by sc:add; one of ours ends")
    public void remove(@Descriptor("its name") String server) throws IOException {
        if (configuration(server).getProperties() == null) {
            throw new IllegalArgumentException("server '" + server + "' was not added by sc:add");
        }
        configuration(server).delete();
    }

    private Configuration configuration(String server) throws IOException {
        return admin.getFactoryConfiguration(PID, "console-" + server, LOCATION);
    }
}
