package org.scaena.sclang.internal;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.scaena.command.Done;
import org.scaena.osc.OscEndpoint;
import org.scaena.sclang.Sclang;
import org.scaena.sclang.SclangException;
import org.scaena.sclang.SclangValue;

/** Makes a server the language's default server; the language logs in by itself, and says when. */
final class ServerConnection {

    private static final Duration LIMIT = Duration.ofSeconds(15);
    private static final long PAUSE_MS = 100;

    private static final String CONNECT =
            """
            var name = ("scaena-" ++ port).asSymbol;
            s = Server.named[name] ?? { Server.remote(name, NetAddr(host, port)) };
            Server.default = s;
            nil
            """;

    private final Sclang language;
    private final Executor later;
    private final long since = System.nanoTime();

    ServerConnection(Sclang language, Executor thread) {
        this.language = language;
        this.later = CompletableFuture.delayedExecutor(PAUSE_MS, TimeUnit.MILLISECONDS, thread);
    }

    CompletableFuture<Done> to(OscEndpoint server) {
        Map<String, SclangValue> where =
                Map.of(
                        "host", SclangValue.of(server.host()),
                        "port", SclangValue.of(server.port()));
        return language.eval(CONNECT, where, LIMIT).thenCompose(asked -> loggedIn());
    }

    private CompletableFuture<Done> loggedIn() {
        return language.eval("s.serverRunning and: { s.notified }", Map.of(), LIMIT)
                .thenCompose(this::next);
    }

    private CompletableFuture<Done> next(SclangValue loggedIn) {
        if (loggedIn.equals(SclangValue.of(true))) {
            return CompletableFuture.completedFuture(Done.DONE);
        }
        if (System.nanoTime() - since > LIMIT.toNanos()) {
            return CompletableFuture.failedFuture(
                    new SclangException(
                            "the server did not let sclang in within %d s: are all logins taken?"
                                    .formatted(LIMIT.toSeconds())));
        }
        return CompletableFuture.supplyAsync(() -> Done.DONE, later)
                .thenCompose(again -> loggedIn());
    }
}
