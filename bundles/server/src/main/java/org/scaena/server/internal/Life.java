package org.scaena.server.internal;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.scaena.command.Command;
import org.scaena.command.Done;
import org.scaena.command.NotRunningException;
import org.scaena.command.Reply;
import org.scaena.osc.OscMessage;
import org.scaena.process.ExitCause;
import org.scaena.process.ManagedProcess;
import org.scaena.process.ProcessExit;
import org.scaena.server.Client;
import org.scaena.server.InitHook;
import org.scaena.server.ServerEvent;
import org.scaena.server.ServerState;
import org.scaena.server.ShutdownReason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The life of a server: which state it is in, and how it gets from one to the next.
 *
 * <p>Every change happens on the life thread, one after the other; so there are no locks.
 */
final class Life {

    private static final Logger LOG = LoggerFactory.getLogger(Life.class);
    private static final Duration PLUGIN_LIMIT = Duration.ofSeconds(2);
    private static final Duration QUIT_LIMIT = Duration.ofSeconds(2);
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(8);

    private final LiveServer server;
    private final BundleContext context;
    private final Threads threads;
    private final Plugins plugins;
    private final Audio audio;
    private final Boot boot;

    private volatile ServerState state = ServerState.OFFLINE;
    private volatile @Nullable ServerRun run;
    private volatile @Nullable ShutdownReason lastShutdown;
    private volatile @Nullable Future<?> booting;
    private volatile Reply<Client> usable = new Reply<>("a running server");
    private @Nullable ClientPublisher publisher;

    Life(LiveServer server, BundleContext context, Settings settings, Services services) {
        this.server = server;
        this.context = context;
        this.threads = Threads.of(settings.name());
        this.plugins = new Plugins(server, threads.plugins());
        this.audio = new Audio(services.audio(), settings.audio());
        this.boot = new Boot(server, this, settings, services, audio);
        Watch watch = new Watch(this);
        threads.life().scheduleWithFixedDelay(watch::tick, 1, 1, TimeUnit.SECONDS);
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

    Reply<Client> whenRunning() {
        return usable;
    }

    Threads threads() {
        return threads;
    }

    Plugins plugins() {
        return plugins;
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

    /** Does something with a running server, on the life thread; nothing if none runs. */
    void whileRunning(Consumer<ServerRun> task) {
        onLifeThread(() -> run().ifPresent(task));
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
            up(way.apply(boot), Duration.ofNanos(System.nanoTime() - begin), reply);
        } catch (RuntimeException failed) {
            lastShutdown = ShutdownReason.BOOT_FAILED;
            audio.close();
            enter(ServerState.OFFLINE);
            String why = String.valueOf(failed.getMessage());
            LOG.error("server '{}' could not boot: {}", server.name(), why);
            LOG.debug("where", failed);
            plugins.event(new ServerEvent.BootFailed(why));
            threads.events().execute(() -> reply.completeExceptionally(failed));
        }
    }

    private void up(ServerRun up, Duration took, Reply<Client> reply) {
        run = up;
        up.process().ifPresent(process -> process.exit().thenAccept(exit -> exited(up, exit)));
        enter(ServerState.RUNNING);
        ClientPublisher opened = new ClientPublisher(context, up.client());
        publisher = opened;
        callPlugins("the start of plugins", opened::open);
        Login login = up.client().login();
        double sampleRate = up.status().nominalSampleRate();
        LOG.info("server '{}' runs after {} ms", server.name(), took.toMillis());
        plugins.event(
                new ServerEvent.Running(login.clientId(), login.maxLogins(), sampleRate, took));
        answer(usable, up.hostClient());
        answer(reply, up.hostClient());
        up.client().blip();
    }

    private void callPlugins(String what, Runnable call) {
        if (!Patience.isDoneWithin(threads.plugins().submit(call), PLUGIN_LIMIT)) {
            LOG.warn("{} takes longer than {} s: going on", what, PLUGIN_LIMIT.toSeconds());
        }
    }

    // ---- while it is up

    Reply<Done> freeAll() {
        ServerRun up = run;
        if (up == null) {
            return Reply.failed(server.notRunning());
        }
        Reply<Done> reply = new Reply<>("freeAll");
        onLifeThread(
                () -> {
                    try {
                        up.session().send(OscMessage.of("/g_freeAll", 0));
                        up.session().send(OscMessage.of("/clearSched"));
                        boot.build(up.client());
                        answer(reply, Done.DONE);
                    } catch (RuntimeException failed) {
                        reply.completeExceptionally(failed);
                    }
                });
        return reply;
    }

    void hookCame(ServiceReference<InitHook> late) {
        whileRunning(up -> plugins.hooks().catchUp(late, up.client()));
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

    // ---- down

    Reply<Done> quit(boolean forAll) {
        Reply<Done> reply = new Reply<>("the end of server '" + server.name() + "'");
        Future<?> boot = booting;
        if (state == ServerState.BOOTING && boot != null) {
            boot.cancel(true);
        }
        try {
            onLifeThread(
                    () -> {
                        run().ifPresent(up -> quit(up, forAll));
                        audio.close();
                        answer(reply, Done.DONE);
                    });
        } catch (RejectedExecutionException closed) {
            reply.complete(Done.DONE);
        }
        return reply;
    }

    private void quit(ServerRun up, boolean forAll) {
        enter(ServerState.QUITTING);
        plugins.hooks().run(Hooks.Phase.QUIT, up.client());
        unpublish();
        up.process().ifPresent(ManagedProcess::expectExit);
        boolean end = forAll || up.process().isPresent();
        OscMessage farewell = end ? OscMessage.of("/quit") : OscMessage.of("/notify", 0);
        Patience.isDoneWithin(up.session().request(Command.done(farewell)), QUIT_LIMIT);
        up.process().ifPresent(Life::awaitEnd);
        forget(up, ShutdownReason.ASKED, end ? "it was quit" : "we logged out");
    }

    private static void awaitEnd(ManagedProcess process) {
        if (!Patience.isDoneWithin(process.exit(), QUIT_LIMIT)) {
            Patience.isDoneWithin(process.end(QUIT_LIMIT), QUIT_LIMIT.multipliedBy(2));
        }
    }

    private void exited(ServerRun up, ProcessExit exit) {
        String words = String.join(" / ", exit.lastLines());
        gone(up, reason(exit.cause()), "scsynth ended (code " + exit.code() + "): " + words);
    }

    private static ShutdownReason reason(ExitCause cause) {
        return switch (cause) {
            case ASKED -> ShutdownReason.ASKED;
            case LEFT -> ShutdownReason.BY_ANOTHER_CLIENT;
            case CRASHED -> ShutdownReason.PROCESS_DIED;
            case AUDIO_LOST -> ShutdownReason.AUDIO_LOST;
            case REFUSED -> ShutdownReason.BOOT_FAILED;
            case HUNG -> ShutdownReason.UNRESPONSIVE;
        };
    }

    /** The port of the server is closed: the end, unless its process tells us more. */
    void peerGone() {
        whileRunning(
                up -> {
                    if (up.process().isEmpty()) {
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
        unpublish();
        lastShutdown = reason;
        LOG.info("server '{}' is gone ({}): {}", server.name(), reason, message);
        enter(ServerState.OFFLINE);
        plugins.event(new ServerEvent.Gone(reason, message));
    }

    private void unpublish() {
        ClientPublisher open = publisher;
        publisher = null;
        if (open != null) {
            callPlugins("the end of plugins", open::close);
        }
    }

    /** Quits and ends all threads; blocks until that is done. */
    void close() {
        if (!Patience.isDoneWithin(quit(false), CLOSE_LIMIT)) {
            LOG.warn("server '{}' did not end within {} s", server.name(), CLOSE_LIMIT);
        }
        threads.close();
    }
}
