package org.scaena.host.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.BundleContext;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Checks the configuration and tells the operator how the start goes.
 *
 * <p>It rules over the JVM only if {@code bin/scaena} started it, which sets {@value #LAUNCHER};
 * inside another host, for example Karaf, it does nothing.
 */
@Component(service = ServerListener.class, immediate = true)
public final class HostComponent implements ServerListener {

    private static final String LAUNCHER = "scaena.launcher";

    /** Set once in a JVM, so that an update of this bundle neither ends it nor says ready again. */
    private static final String STARTED = "scaena.started";

    /** Set once the configuration was refused: a component made again in the same JVM is silent. */
    private static final String REFUSED = "scaena.host.refused";

    private static final Logger LOG = LoggerFactory.getLogger(HostComponent.class);

    private final HostThread thread = new HostThread();
    private final Exit exit;
    private final Optional<Host> host;

    /** Checks the configuration files and begins to wait for servers. */
    @Activate
    public HostComponent(BundleContext context, @Reference MetaTypeService metaTypes) {
        boolean launched = System.getProperty(LAUNCHER) != null;
        Voice voice = launched ? Voice.aloud() : Voice.silent();
        exit = new Exit(voice);
        host = launched ? host(context, metaTypes, voice) : Optional.empty();
        if (launched) {
            exit.install();
        }
        host.ifPresent(h -> thread.start(h::begin, h::tick));
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

    private Optional<Host> host(BundleContext context, MetaTypeService metaTypes, Voice voice) {
        ProcessStart start = ProcessStart.here();
        Path home = Path.of(System.getProperty("scaena.home", "."));
        Startup startup = Startup.finished();
        if (System.getProperty(STARTED) == null) {
            Catalogue catalogue = Catalogue.of(context.getBundles(), metaTypes);
            ConfigCheck check = ConfigCheck.of(home.resolve("conf"), catalogue);
            if (!check.problems().isEmpty()) {
                refuse(check.problems());
                return Optional.empty();
            }
            startup = new Startup(check.servers());
            System.setProperty(STARTED, start.time().toString());
        }
        StatusFile status =
                new StatusFile(home.resolve("state/host.status"), start, version(context));
        Surroundings surroundings = new Framework(context, start);
        return Optional.of(new Host(startup, voice, status, exit, surroundings));
    }

    private void refuse(List<Problem> problems) {
        if (System.setProperty(REFUSED, "true") != null) {
            return;
        }
        problems.forEach(problem -> LOG.error("{}", problem));
        String more = problems.size() > 1 ? " (%d more are in logs/scaena.log)" : "";
        exit.because(ExitCode.CONFIGURATION, problems.get(0) + more.formatted(problems.size() - 1));
    }

    private static String version(BundleContext context) {
        String version = context.getProperty("scaena.version");
        return version != null ? version : context.getBundle().getVersion().toString();
    }
}
