package org.scaena.host.internal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.MetaTypeService;
import org.scaena.server.Server;
import org.scaena.server.ServerEvent;
import org.scaena.server.ServerListener;

/**
 * Checks the configuration and tells the operator how the start goes.
 *
 * <p>It rules over the JVM only if {@code bin/scaena} started it, which sets {@value #LAUNCHER},
 * and over settings only if {@value #FOLDER} says where they are; inside another host, for example
 * Karaf, it does nothing.
 */
@Component(service = ServerListener.class, immediate = true)
public final class HostComponent implements ServerListener {

    private static final String LAUNCHER = "scaena.launcher";

    /** Set once in a JVM, so that an update of this bundle neither ends it nor says ready again. */
    private static final String STARTED = "scaena.started";

    /** Set once the configuration was refused: a component made again in the same JVM is silent. */
    private static final String REFUSED = "scaena.host.refused";

    /**
     * Names the folder of the settings, relative to the home; where it is not set there is none.
     */
    private static final String FOLDER = "scaena.conf";

    private static final Duration TICK = Duration.ofSeconds(5);
    private static final Duration LOOK = Duration.ofMillis(500);

    private final HostThread thread = new HostThread();
    private final Exit exit;
    private final Optional<Host> host;

    /** Checks the configuration files, puts them in force and begins to wait for servers. */
    @Activate
    public HostComponent(
            BundleContext context,
            @Reference MetaTypeService metaTypes,
            @Reference ConfigurationAdmin admin) {
        boolean launched = System.getProperty(LAUNCHER) != null;
        Voice voice = launched ? Voice.aloud() : Voice.silent();
        exit = new Exit(voice, home());
        Optional<Settings> settings =
                Optional.ofNullable(context.getProperty(FOLDER))
                        .map(
                                folder ->
                                        new Settings(
                                                home().resolve(folder),
                                                () -> Catalogue.of(context, metaTypes),
                                                new AdminConfigurations(admin),
                                                voice));
        ConfigCheck check = settings.map(Settings::begin).orElseGet(ConfigCheck::ofNothing);
        host = launched ? host(context, check, voice) : Optional.empty();
        if (launched) {
            exit.install();
        }
        host.ifPresent(h -> thread.run(h::begin));
        host.ifPresent(h -> thread.every(TICK, h::tick));
        settings.ifPresent(s -> thread.every(LOOK, s::look));
    }

    @Override
    public void event(Server server, ServerEvent event) {
        ServerView view = ServerView.of(server);
        host.ifPresent(h -> thread.run(() -> h.event(view, event)));
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addServer(Server server) {
        ServerView view = ServerView.of(server);
        host.ifPresent(h -> thread.run(() -> h.appeared(view)));
    }

    void removeServer(Server server) {
        ServerView view = ServerView.of(server);
        host.ifPresent(h -> thread.run(() -> h.disappeared(view)));
    }

    @Deactivate
    void deactivate() {
        host.ifPresent(h -> thread.run(h::end));
        thread.end();
        exit.uninstall();
    }

    private Optional<Host> host(BundleContext context, ConfigCheck check, Voice voice) {
        ProcessStart start = ProcessStart.here();
        Startup startup = Startup.finished();
        if (System.getProperty(STARTED) == null) {
            if (!check.problems().isEmpty()) {
                refuse(check.problems());
                return Optional.empty();
            }
            startup = new Startup(check.servers());
            System.setProperty(STARTED, start.time().toString());
        }
        StatusFile status =
                new StatusFile(home().resolve("state/host.status"), start, version(context));
        return Optional.of(new Host(startup, voice, status, exit, new Framework(context, start)));
    }

    private void refuse(List<Problem> problems) {
        if (System.setProperty(REFUSED, "true") == null) {
            String more = problems.size() > 1 ? " (%d more are in logs/scaena.log)" : "";
            exit.because(
                    ExitCode.CONFIGURATION, problems.get(0) + more.formatted(problems.size() - 1));
        }
    }

    private static Path home() {
        return Path.of(System.getProperty("scaena.home", "."));
    }

    private static String version(BundleContext context) {
        String version = context.getProperty("scaena.version");
        return version != null ? version : context.getBundle().getVersion().toString();
    }
}
