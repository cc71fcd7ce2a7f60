package org.scaena.sclang.internal;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.scaena.command.Done;
import org.scaena.command.NotRunningException;
import org.scaena.sclang.Sclang;
import org.scaena.sclang.SclangValue;
import org.scaena.server.Server;
import org.scaena.server.ServerState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the language logged in on one server, whichever of the two has to be started again. */
final class Connection implements Runs.Dependant {

    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);
    private static final int NONE = -1;

    private final Sclang language;
    private final Executor thread;
    private final BootScript script;
    private @Nullable Server wanted;
    private @Nullable CompletableFuture<Done> login;
    private volatile int clientId = NONE;
    private boolean hasOrphans;

    Connection(Sclang language, Executor thread, BootScript script) {
        this.language = language;
        this.thread = thread;
        this.script = script;
    }

    /** The server that it is to be logged in on. */
    synchronized Optional<Server> server() {
        return Optional.ofNullable(wanted);
    }

    /** Whether it is logged in on this server. */
    synchronized boolean isOn(Server server) {
        return server.equals(wanted) && login != null && isDone(login);
    }

    private static boolean isDone(CompletableFuture<Done> login) {
        return login.isDone() && !login.isCompletedExceptionally();
    }

    /** Logs in from now on, unless it has; completes when it is in. */
    synchronized CompletableFuture<Done> to(Server server) {
        if (server.state() == ServerState.OFFLINE) {
            return CompletableFuture.failedFuture(
                    new NotRunningException(
                            "server '" + server.name() + "' is not running: boot it first"));
        }
        CompletableFuture<Done> now = login;
        if (now == null || now.isCompletedExceptionally() || !server.equals(wanted)) {
            wanted = server;
            now = logIn(server);
            login = now;
        }
        return now;
    }

    /** Logs in no more. */
    synchronized void forget() {
        wanted = null;
        login = null;
        hasOrphans = false;
    }

    private CompletableFuture<Done> logIn(Server server) {
        boolean comesBack = hasOrphans;
        hasOrphans = false;
        // On the thread, for the language may not be asked under our lock.
        return CompletableFuture.supplyAsync(() -> Done.DONE, thread)
                .thenCompose(now -> comesBack ? Orphans.end(server, clientId) : DONE)
                .thenCompose(done -> language.start())
                .thenCompose(done -> server.whenRunning())
                .thenCompose(done -> new Login(language, thread).on(server, Math.max(0, clientId)))
                .thenAccept(id -> isIn(server, id))
                .thenCompose(in -> script.isFor(server) ? script.evaluate(language) : DONE);
    }

    private static final CompletableFuture<Done> DONE =
            CompletableFuture.completedFuture(Done.DONE);

    private void isIn(Server server, int id) {
        clientId = id;
        LOG.info("sclang is client {} of server '{}'", id, server.name());
    }

    // ---- by itself

    /** A server has become usable. */
    synchronized void runs(Server server) {
        Server before = wanted;
        boolean isMeant =
                before == null ? script.isFor(server) : before.name().equals(server.name());
        if (isMeant && (login == null || login.isCompletedExceptionally())) {
            hasOrphans = false;
            again(server);
        }
    }

    /** A server went. */
    synchronized void gone(Server server) {
        if (server.equals(wanted)) {
            login = null;
        }
    }

    private void again(Server server) {
        wanted = server;
        CompletableFuture<Done> next = logIn(server);
        login = next;
        next.thenCompose(in -> treeFunctions())
                .whenComplete(
                        (done, failure) -> {
                            if (failure != null) {
                                LOG.error(
                                        "sclang is not on server '{}': {}",
                                        server.name(),
                                        Futures.plain(failure).getMessage());
                            }
                        });
    }

    /** Runs what code has added to the language's {@code ServerTree}. */
    CompletableFuture<SclangValue> treeFunctions() {
        return language.eval("s.initTree; nil");
    }

    @Override
    public synchronized boolean needsIt() {
        return wanted != null;
    }

    @Override
    public synchronized void ready() {
        Server server = wanted;
        if (server != null && login == null && server.state() == ServerState.RUNNING) {
            again(server);
        }
    }

    @Override
    public synchronized void ended() {
        script.languageEnded();
        hasOrphans = login != null && clientId != NONE;
        login = null;
    }
}
