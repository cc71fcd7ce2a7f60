package org.scaena.server.internal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.scaena.command.Done;
import org.scaena.command.NotRunningException;
import org.scaena.command.Reply;
import org.scaena.process.ProcessExit;
import org.scaena.server.Client;
import org.scaena.server.ClientActivator;
import org.scaena.server.HookRun;
import org.scaena.server.InitHook;
import org.scaena.server.ServerEvent;
import org.scaena.server.ServerState;
import org.scaena.server.ShutdownReason;
import org.scaena.server.TooManyClientsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The life of a server: which state it is in, and how it gets from one to the next.
 *
 * <p>Every change happens on the life thread, one after the other; so there are no locks.
 */
final class Life {

    private static final Logger LOG = LoggerFactory.getLogger(Life.class);
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(8);

    private final LiveServer server;
    private final Services services;
    private final Threads threads;
    private final Plugins plugins;
    private final Publication publication;
    private final LiveVolume volume = new LiveVolume(this);
    private final Definitions definitions;
    private final Preparation preparation;

    private volatile Settings settings;
    private volatile ServerState state = ServerState.OFFLINE;
    private volatile @Nullable ServerRun run;
    private volatile @Nullable ShutdownReason lastShutdown;
    private volatile @Nullable Future<?> booting;
    private volatile Reply<Client> usable = new Reply<>("a running server");
    private Audio audio;

    Life(LiveServer server, BundleContext context, Settings settings, Services services) {
        this.server = server;
        this.settings = settings;
        this.services = services;
        this.threads = Threads.of(settings.name());
        this.plugins = new Plugins(server, threads.plugins());
        this.publication = new Publication(context, threads.plugins());
        this.definitions = new Definitions(services.definitions(), threads);
        this.preparation = new Preparation(this);
        this.audio = new Audio(services.audio(), settings.audio());
        Watch watch = new Watch(this);
        threads.life().scheduleWithFixedDelay(watch::tick, 1, 1, TimeUnit.SECONDS);
    }

    Settings settings() {
        return settings;
    }

    ServerState state() {
        return state;
    }

    Optional<ServerRun> run() {
        return Optional.ofNullable(run);
    }

    Optional<ShutdownReason> lastShutdown() {
        return Optional.ofNullable(lastShutdown);
    }

    /** A reply of the caller's own, who may give up on it. */
    Reply<Client> whenRunning() {
        return (Reply<Client>) usable.copy();
    }

    Threads threads() {
        return threads;
    }

    Plugins plugins() {
        return plugins;
    }

    LiveVolume volume() {
        return volume;
    }

    Definitions definitions() {
        return definitions;
    }

    void progress(String step) {
        LOG.info("server '{}': {}", server.name(), step);
        plugins.event(new ServerEvent.Progress(step));
    }

    private void enter(ServerState next) {
        ServerState before = state;
        state = next;
        plugins.event(new ServerEvent.StateChanged(before, next));
    }

    // ---- the life thread

    /** Does something with a running server; nothing if none runs. */
    void whileRunning(Consumer<ServerRun> task) {
        try {
            onLifeThread(() -> run().ifPresent(task));
        } catch (RejectedExecutionException closed) {
            LOG.debug("server '{}' has ended", server.name());
        }
    }

    /** Asks for something that a running server and its plugins have to do. */
    private <T> Reply<T> ask(String what, Function<ServerRun, T> task) {
        ServerRun up = run;
        if (up == null) {
            return Reply.failed(server.notRunning());
        }
        Reply<T> reply = new Reply<>(what);
        onLifeThread(
                () -> {
                    try {
                        if (run != up) {
                            throw server.notRunning();
                        }
                        answer(reply, task.apply(up));
                    } catch (RuntimeException failed) {
                        refuse(reply, failed);
                    }
                });
        return reply;
    }

    private Future<?> onLifeThread(Runnable task) {
        return threads.life()
                .submit(
                        () -> {
                            try {
                                task.run();
                            } catch (RuntimeException | LinkageError unexpected) {
                                LOG.error("server '{}'", server.name(), unexpected);
                            }
                        });
    }

    private <T> void answer(Reply<T> reply, T value) {
        threads.events().execute(() -> reply.complete(value));
    }

    private void refuse(Reply<?> reply, RuntimeException why) {
        threads.events().execute(() -> reply.completeExceptionally(why));
    }

    // ---- up

    Reply<Client> start(Function<Boot, ServerRun> way) {
        Reply<Client> reply = new Reply<>("the boot of server '" + server.name() + "'");
        try {
            booting = onLifeThread(() -> start(way, reply));
        } catch (RejectedExecutionException closed) {
            reply.completeExceptionally(new NotRunningException("the host is stopping"));
        }
        return reply;
    }

    private void start(Function<Boot, ServerRun> way, Reply<Client> reply) {
        ServerRun already = run;
        if (already != null) {
            answer(reply, already.hostClient());
            return;
        }
        long begin = System.nanoTime();
        enter(ServerState.BOOTING);
        try {
            Boot boot = new Boot(this, settings, services, audio, logins(), preparation);
            up(way.apply(boot), Duration.ofNanos(System.nanoTime() - begin), reply);
        } catch (RuntimeException failed) {
            notUp(failed);
            refuse(reply, failed);
        }
    }

    private Logins logins() {
        return new Logins(server, settings, services, threads);
    }

    private void notUp(RuntimeException failed) {
        lastShutdown =
                failed instanceof TooManyClientsException
                        ? ShutdownReason.TOO_MANY_CLIENTS
                        : ShutdownReason.BOOT_FAILED;
        audio.close();
        enter(ServerState.OFFLINE);
        String why = String.valueOf(failed.getMessage());
        LOG.error("server '{}' could not boot: {}", server.name(), why);
        LOG.debug("where", failed);
        plugins.event(new ServerEvent.BootFailed(why));
    }

    private void up(ServerRun up, Duration took, Reply<Client> reply) {
        run = up;
        up.process().ifPresent(process -> process.exit().thenAccept(exit -> exited(up, exit)));
        enter(ServerState.RUNNING);
        publication.open(up.client());
        plugins.activations().activate(wish -> logins().plug(up, wish));
        Login login = up.client().login();
        double sampleRate = up.status().nominalSampleRate();
        LOG.info("server '{}' runs after {} ms", server.name(), took.toMillis());
        plugins.event(
                new ServerEvent.Running(login.clientId(), login.maxLogins(), sampleRate, took));
        answer(usable, up.hostClient());
        answer(reply, up.hostClient());
        if (settings.startupSound()) {
            server.blip();
        }
    }

    // ---- while it is up

    Reply<Done> freeAll() {
        return ask(
                "freeAll",
                up -> {
                    preparation.clearAll(up.client());
                    return Done.DONE;
                });
    }

    Reply<Done> freeAll(LiveClient login) {
        return ask(
                "freeAll of client " + login.login().clientId(),
                up -> {
                    preparation.clearOwn(login, up.client());
                    return Done.DONE;
                });
    }

    Reply<List<HookRun>> runHooks() {
        return ask("the hooks", up -> preparation.hooks(up.client()));
    }

    void hookCame(ServiceReference<InitHook> late) {
        whileRunning(up -> plugins.hooks().catchUp(late, up.client()));
    }

    void activatorCame() {
        whileRunning(up -> plugins.activations().activate(wish -> logins().plug(up, wish)));
    }

    void activatorGone(ServiceReference<ClientActivator> gone) {
        plugins.activations().remove(gone).ifPresent(end -> whileRunning(up -> end.run()));
    }

    void unresponsive(ServerRun up) {
        if (run == up && state == ServerState.RUNNING) {
            LOG.warn("server '{}' does not answer", server.name());
            enter(ServerState.UNRESPONSIVE);
        }
    }

    void responsive(ServerRun up) {
        if (run == up && state == ServerState.UNRESPONSIVE) {
            whileRunning(
                    same -> {
                        if (same == up && state == ServerState.UNRESPONSIVE) {
                            LOG.info("server '{}' answers again", server.name());
                            enter(ServerState.RUNNING);
                        }
                    });
        }
    }

    /** Takes over changed settings: those that a process was started with restart ours. */
    void change(Settings next) {
        onLifeThread(
                () -> {
                    Settings before = settings;
                    settings = next;
                    if (next.startsLike(before)) {
                        LOG.info("server '{}': new settings, it plays on", server.name());
                        return;
                    }
                    boolean owned = run().filter(ServerRun::isOwned).isPresent();
                    if (owned) {
                        LOG.info("server '{}': new settings, it is booted again", server.name());
                        end(Farewell::quit);
                    }
                    audio.close();
                    audio = new Audio(services.audio(), next.audio());
                    if (owned || run == null && next.autoBoot()) {
                        start(Boot::local, new Reply<>("a boot"));
                    }
                });
    }

    // ---- down

    /** Ends or leaves what runs; sends nothing if nothing runs. */
    Reply<Done> quit(Consumer<ServerRun> farewell) {
        Reply<Done> reply = new Reply<>("the end of server '" + server.name() + "'");
        Future<?> boot = booting;
        if (state == ServerState.BOOTING && boot != null) {
            boot.cancel(true);
        }
        try {
            onLifeThread(
                    () -> {
                        end(farewell);
                        audio.close();
                        answer(reply, Done.DONE);
                    });
        } catch (RejectedExecutionException closed) {
            reply.complete(Done.DONE);
        }
        return reply;
    }

    private void end(Consumer<ServerRun> farewell) {
        ServerRun up = run;
        if (up != null) {
            enter(ServerState.QUITTING);
            plugins.hooks().run(HookPhase.QUIT, up.client());
            plugins.activations().deactivate();
            publication.close();
            farewell.accept(up);
            forget(up, ShutdownReason.ASKED, "as asked");
        }
    }

    private void exited(ServerRun up, ProcessExit exit) {
        String words = String.join(" / ", exit.lastLines());
        gone(
                up,
                Farewell.reason(exit.cause()),
                "scsynth ended (code " + exit.code() + "): " + words);
    }

    /** The port of the server is closed: the end, unless its process tells us more. */
    void peerGone() {
        whileRunning(
                up -> {
                    if (!up.isOwned()) {
                        gone(up, ShutdownReason.BY_ANOTHER_CLIENT, "its port is closed");
                    }
                });
    }

    private void gone(ServerRun up, ShutdownReason reason, String message) {
        whileRunning(
                now -> {
                    if (now == up) {
                        forget(up, reason, message);
                    }
                });
    }

    private void forget(ServerRun up, ShutdownReason reason, String message) {
        run = null;
        usable = new Reply<>("a running server");
        up.close();
        plugins.activations().deactivate();
        publication.close();
        lastShutdown = reason;
        LOG.info("server '{}' is gone ({}): {}", server.name(), reason, message);
        enter(ServerState.OFFLINE);
        plugins.event(new ServerEvent.Gone(reason, message));
    }

    /** Quits and ends all threads; blocks until that is done. */
    void close() {
        if (!Patience.isDoneWithin(quit(ServerRun::leave), CLOSE_LIMIT)) {
            LOG.warn("server '{}' did not end within {} s", server.name(), CLOSE_LIMIT);
        }
        threads.close();
    }
}
