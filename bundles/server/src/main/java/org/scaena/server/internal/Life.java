package org.scaena.server.internal;

import java.time.Duration;
import java.util.function.Consumer;
import org.osgi.framework.BundleContext;
import org.scaena.command.Reply;
import org.scaena.ledger.Ledger;
import org.scaena.server.Client;
import org.scaena.server.ServerEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The life of a server: its parts, each of which says how it gets from one state to the next.
 *
 * <p>Every change happens on the life thread, one after the other; so there are no locks.
 */
final class Life {

    private static final Logger LOG = LoggerFactory.getLogger(Life.class);
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(8);

    private final LiveServer server;
    private final BundleContext context;
    private final Services services;
    private final Threads threads;
    private final Plugins plugins;
    private final LifeState state;
    private final LifeThread thread;
    private final Publication publication;
    private final Bookkeeper bookkeeper;
    private final LiveVolume volume = new LiveVolume(this);
    private final Hardware hardware = new Hardware(this);
    private final Overload overload = new Overload(this);
    private final OutputGuard guard = new OutputGuard(this);
    private final GuardReports reports = new GuardReports(this);
    private final Newest newest = new Newest();
    private final Definitions definitions;
    private final Preparation preparation;
    private final WayUp wayUp;
    private final WhileUp whileUp;
    private final WayDown wayDown;
    private final Recovery recovery;
    private final LiveBlackBox blackBox;
    private final Watch watch;

    private volatile Settings settings;
    private volatile Audio audio;

    Life(
            LiveServer server,
            BundleContext context,
            Settings settings,
            Services services,
            Ledger ledger) {
        this.server = server;
        this.settings = settings;
        this.services = services;
        this.threads = Threads.of(settings.name());
        this.plugins = new Plugins(server, threads);
        this.state = new LifeState(plugins);
        this.thread = new LifeThread(server, threads, state);
        this.publication = new Publication(context, this);
        this.bookkeeper = new Bookkeeper(this, context, ledger);
        this.context = context;
        this.definitions = new Definitions(services.definitions(), threads);
        this.preparation = new Preparation(this);
        this.audio = new Audio(services.audio(), settings.audio());
        this.wayUp = new WayUp(this);
        this.whileUp = new WhileUp(this);
        this.wayDown = new WayDown(this);
        this.recovery = new Recovery(this);
        this.blackBox = new LiveBlackBox(this);
        this.watch = new Watch(this);
    }

    Settings settings() {
        return settings;
    }

    Services services() {
        return services;
    }

    LifeState state() {
        return state;
    }

    LifeThread thread() {
        return thread;
    }

    Threads threads() {
        return threads;
    }

    Plugins plugins() {
        return plugins;
    }

    Publication publication() {
        return publication;
    }

    Bookkeeper bookkeeper() {
        return bookkeeper;
    }

    /** Whether the host as a whole ends. */
    boolean isHostEnding() {
        return HostState.isEnding(context);
    }

    LiveVolume volume() {
        return volume;
    }

    Hardware hardware() {
        return hardware;
    }

    Overload overload() {
        return overload;
    }

    OutputGuard guard() {
        return guard;
    }

    GuardReports reports() {
        return reports;
    }

    Newest newest() {
        return newest;
    }

    Definitions definitions() {
        return definitions;
    }

    Preparation preparation() {
        return preparation;
    }

    /** The audio system that the settings ask for; on the life thread, but for questions. */
    Audio audio() {
        return audio;
    }

    Logins logins() {
        return new Logins(server, settings, services, threads);
    }

    WayUp wayUp() {
        return wayUp;
    }

    WhileUp whileUp() {
        return whileUp;
    }

    WayDown wayDown() {
        return wayDown;
    }

    Recovery recovery() {
        return recovery;
    }

    LiveBlackBox blackBox() {
        return blackBox;
    }

    Watch watch() {
        return watch;
    }

    /** A thread sends faster than the server works it off; that counts for whose code it runs. */
    void held(Thread sender) {
        WhoseCode.of(sender, context).ifPresent(code -> plugins.meters().held(code, server.name()));
    }

    /** A reply of the caller's own, who may give up on it. */
    Reply<Client> whenRunning() {
        return (Reply<Client>) state.usable().copy();
    }

    /** Does something with a running server on the life thread; nothing if none runs. */
    void whileRunning(Consumer<ServerRun> task) {
        thread.whileRunning(task);
    }

    void progress(String step) {
        LOG.info("server '{}': {}", server.name(), step);
        plugins.event(new ServerEvent.Progress(step));
    }

    /** Takes over changed settings: those that a process was started with restart ours. */
    void change(Settings next) {
        thread.run(
                () -> {
                    Settings before = settings;
                    settings = next;
                    if (next.startsLike(before)) {
                        LOG.info("server '{}': new settings, it plays on", server.name());
                        if (!next.guard().equals(before.guard())) {
                            state.run().ifPresent(up -> preparation.guard(up.client()));
                        }
                    } else {
                        startAnew(next);
                    }
                });
    }

    private void startAnew(Settings next) {
        boolean owned = state.run().filter(ServerRun::isOwned).isPresent();
        if (owned) {
            LOG.info("server '{}': new settings, it is booted again", server.name());
            wayDown.end(Farewell::quit);
        }
        wayUp.giveUp();
        audio.close();
        audio = new Audio(services.audio(), next.audio());
        if (owned || state.run().isEmpty() && next.autoBoot()) {
            wayUp.start(Boot::local, new Reply<>("a boot"));
        }
    }

    /** Quits and ends all threads; blocks until that is done. */
    void close() {
        if (!Patience.isDoneWithin(wayDown.quit(ServerRun::leave), CLOSE_LIMIT)) {
            LOG.warn("server '{}' did not end within {} s", server.name(), CLOSE_LIMIT);
        }
        end();
    }

    /** Leaves the server playing and ends all threads; blocks until that is done. */
    void leave() {
        wayDown.leave();
        end();
    }

    private void end() {
        blackBox.close();
        definitions.close();
        bookkeeper.close();
        threads.close();
    }
}
