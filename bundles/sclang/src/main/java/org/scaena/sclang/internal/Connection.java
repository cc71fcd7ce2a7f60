package org.scaena.sclang.internal;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.scaena.command.Done;
import org.scaena.command.NotRunningException;
import org.scaena.sclang.SclangValue;
import org.scaena.server.Server;
import org.scaena.server.ServerState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the language logged in on one server, whichever of the two has to be started again. */
final class Connection implements Runs.Dependant {

    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);
    private static final CompletableFuture<Done> DONE =
            CompletableFuture.completedFuture(Done.DONE);

    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final int RETRY_SECONDS = 5;
    private static final int NONE = -1;

    private final Supplier<CompletableFuture<LanguageRun>> language;
    private final ScheduledExecutorService thread;
    private final BootScript script;
    private final Wish wish;
    private @Nullable Server wanted;
    private @Nullable CompletableFuture<LanguageRun> login;
    private CompletableFuture<Server> usable = new CompletableFuture<>();
    private volatile int clientId = NONE;
    private Optional<Long> serverPid = Optional.empty();
    private boolean hasOrphans;

    /**
     * Not connected yet.
     *
     * @param language starts the language if need be
     */
    Connection(
            Supplier<CompletableFuture<LanguageRun>> language,
            ScheduledExecutorService thread,
            BootScript script,
            Wish wish) {
        this.language = language;
        this.thread = thread;
        this.script = script;
        this.wish = wish;
    }

    /** The server on which it is logged in. */
    synchronized Optional<Server> server() {
        noticeEnd();
        return Optional.ofNullable(usable.isDone() ? wanted : null);
    }

    /** Completes when it is logged in where it is to be. */
    synchronized CompletableFuture<Server> whenUsable() {
        noticeEnd();
        return wanted == null
                ? CompletableFuture.failedFuture(
                        new NotRunningException("sclang is to be on no server: connect it first"))
                : usable.copy();
    }

    /** At once, or when the login that goes on and {@code conf/boot.scd} are done, or failed. */
    synchronized CompletableFuture<Done> settled() {
        return login != null && wanted != null && wanted.state() == ServerState.RUNNING
                ? login.handle((run, failure) -> Done.DONE)
                : DONE;
    }

    /** It is not logged in any more from when its process has ended, not from when that is told. */
    private void noticeEnd() {
        if (usable.isDone() && login != null && !login.join().isAlive()) {
            hasOrphans = true;
            lost();
        }
    }

    /** Logs in from now on, unless it has; completes when it is in. */
    synchronized CompletableFuture<LanguageRun> to(Server server) {
        if (server.state() == ServerState.OFFLINE) {
            return CompletableFuture.failedFuture(
                    new NotRunningException(
                            "server '" + server.name() + "' is not running: boot it first"));
        }
        CompletableFuture<LanguageRun> now = login;
        if (now == null || now.isCompletedExceptionally() || !server.equals(wanted)) {
            now = begin(server);
        }
        return now;
    }

    /** Logs in no more; until the server runs again that is wished for. */
    synchronized void leave() {
        lost();
        wanted = null;
        hasOrphans = false;
    }

    private CompletableFuture<LanguageRun> begin(Server server) {
        lost();
        wanted = server;
        wish.set(server.name());
        boolean comesBack = hasOrphans;
        hasOrphans = false;
        // On the thread, for the language may not be asked under our lock.
        CompletableFuture<LanguageRun> begun =
                CompletableFuture.supplyAsync(() -> Done.DONE, thread)
                        .thenCompose(now -> comesBack ? Orphans.end(server, clientId) : DONE)
                        .thenCompose(done -> server.whenRunning())
                        .thenCompose(up -> languageFor(server))
                        .thenCompose(run -> logIn(run, server));
        login = begun;
        begun.thenRun(() -> succeeded(begun, server));
        return begun;
    }

    private CompletableFuture<LanguageRun> languageFor(Server server) {
        return isWanted(server)
                ? language.get()
                : CompletableFuture.failedFuture(new NotRunningException("sclang was stopped"));
    }

    private synchronized boolean isWanted(Server server) {
        return server.equals(wanted);
    }

    private CompletableFuture<LanguageRun> logIn(LanguageRun run, Server server) {
        return new Login(run, thread)
                .on(server, Math.max(0, clientId))
                .thenAccept(id -> isIn(server, id))
                .thenCompose(in -> script.isFor(server) ? script.evaluate(run) : DONE)
                .thenApply(done -> run);
    }

    private synchronized void isIn(Server server, int id) {
        clientId = id;
        serverPid = server.pid();
        LOG.info("sclang is client {} of server '{}'", id, server.name());
    }

    private synchronized void succeeded(CompletableFuture<LanguageRun> done, Server server) {
        if (done == login) {
            usable.complete(server);
        }
    }

    private void lost() {
        login = null;
        if (usable.isDone()) {
            usable = new CompletableFuture<>();
        }
    }

    /** The tree was cleared: runs what code has added to the language's {@code ServerTree}. */
    synchronized Optional<CompletableFuture<SclangValue>> treeFunctions(Server server) {
        return usable.isDone() && login != null && server.equals(wanted)
                ? Optional.of(login.thenCompose(Connection::treeFunctions))
                : Optional.empty();
    }

    private static CompletableFuture<SclangValue> treeFunctions(LanguageRun run) {
        return run.eval("s.initTree; nil", LIMIT);
    }

    // ---- by itself

    /** A server has become usable; or it plays on, and what stands for it is new. */
    synchronized void runs(Server server) {
        if (!(wish.isNone() ? script.isFor(server) : wish.is(server.name()))) {
            return;
        }
        boolean playsOn =
                usable.isDone() && serverPid.isPresent() && serverPid.equals(server.pid());
        if (playsOn) {
            wanted = server;
        } else if (login == null || login.isCompletedExceptionally() || !server.equals(wanted)) {
            hasOrphans = false;
            again(server);
        }
    }

    /** A server went. */
    synchronized void gone(Server server) {
        if (server.equals(wanted)) {
            lost();
        }
    }

    private void again(Server server) {
        CompletableFuture<LanguageRun> begun = begin(server);
        begun.thenCompose(Connection::treeFunctions)
                .whenComplete(
                        (done, failure) -> {
                            if (failure != null) {
                                failed(begun, server, Futures.plain(failure));
                            }
                        });
    }

    private synchronized void failed(
            CompletableFuture<LanguageRun> begun, Server server, Throwable failure) {
        if (login == begun) {
            LOG.error("sclang is not on server '{}': {}", server.name(), failure.getMessage());
            thread.schedule(() -> retry(begun, server), RETRY_SECONDS, TimeUnit.SECONDS);
        }
    }

    private synchronized void retry(CompletableFuture<LanguageRun> failed, Server server) {
        if (login == failed && failed.isCompletedExceptionally()) {
            again(server);
        }
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
        hasOrphans |= login != null && clientId != NONE;
        lost();
    }
}
