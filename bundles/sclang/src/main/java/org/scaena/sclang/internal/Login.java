package org.scaena.sclang.internal;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.scaena.sclang.SclangException;
import org.scaena.sclang.SclangValue;
import org.scaena.server.Server;
import org.scaena.server.ServerOption;
import org.scaena.server.ServerOptions;

/**
 * Makes a server the language's default server, and logs it in there as {@code Server.remote} does.
 *
 * <p>The tree functions of the language are not run: code that adds some may come first.
 */
final class Login {

    private static final Duration LIMIT = Duration.ofSeconds(3);
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(5);
    private static final long PAUSE_MS = 10;

    private static final String BEGIN =
            """
            var key = name.asSymbol;
            var server = Server.named[key] ?? {
                var options = ServerOptions.new;
                options.maxLogins = logins;
                Server(key, NetAddr(host, port), options, wish)
            };
            var watcher = server.statusWatcher;
            watcher.quit(watchShutDown: false);
            server.addr = NetAddr(host, port);
            server.options.numInputBusChannels = inputs;
            server.options.numOutputBusChannels = outputs;
            server.options.numAudioBusChannels = audioBuses;
            server.options.numControlBusChannels = controlBuses;
            server.options.numBuffers = buffers;
            Server.default = server;
            watcher.serverRunning = true;
            watcher.sendNotifyRequest;
            nil
            """;

    private static final String IS_IN = "s.notified";

    private static final String FINISH =
            """
            s.startAliveThread;
            ServerBoot.run(s);
            s.clientID
            """;

    private final LanguageRun language;
    private final Executor later;
    private final long since = System.nanoTime();

    Login(LanguageRun language, Executor thread) {
        this.language = language;
        this.later = CompletableFuture.delayedExecutor(PAUSE_MS, TimeUnit.MILLISECONDS, thread);
    }

    /**
     * Completes with the client id.
     *
     * @param wish the client id to ask for; another is given if it is taken
     */
    CompletableFuture<Integer> on(Server server, int wish) {
        return language.eval(Code.of(BEGIN, variables(server, wish)), ANSWER_LIMIT)
                .thenCompose(asked -> isIn())
                .thenCompose(in -> language.eval(FINISH, ANSWER_LIMIT))
                .thenApply(Login::clientId);
    }

    private static int clientId(SclangValue value) {
        if (value instanceof SclangValue.Int id) {
            return id.value();
        }
        throw new SclangException("the client id of sclang is no number but " + value);
    }

    private static Map<String, SclangValue> variables(Server server, int wish) {
        ServerOptions options = server.effectiveOptions();
        Map<String, SclangValue> variables = new LinkedHashMap<>();
        variables.put("name", SclangValue.of(server.name()));
        variables.put("host", SclangValue.of(server.endpoint().host()));
        variables.put("port", SclangValue.of(server.endpoint().port()));
        variables.put("wish", SclangValue.of(wish));
        Map.of(
                        "logins", ServerOption.MAX_LOGINS,
                        "inputs", ServerOption.NUM_INPUT_BUS_CHANNELS,
                        "outputs", ServerOption.NUM_OUTPUT_BUS_CHANNELS,
                        "audioBuses", ServerOption.NUM_AUDIO_BUS_CHANNELS,
                        "controlBuses", ServerOption.NUM_CONTROL_BUS_CHANNELS,
                        "buffers", ServerOption.NUM_BUFFERS)
                .forEach((name, key) -> variables.put(name, SclangValue.of(options.get(key))));
        return variables;
    }

    private CompletableFuture<SclangValue> isIn() {
        return language.eval(IS_IN, ANSWER_LIMIT).thenCompose(this::next);
    }

    private CompletableFuture<SclangValue> next(SclangValue isIn) {
        if (isIn.equals(SclangValue.of(true))) {
            return CompletableFuture.completedFuture(isIn);
        }
        if (System.nanoTime() - since > LIMIT.toNanos()) {
            return CompletableFuture.failedFuture(
                    new SclangException(
                            "the server did not let sclang in within %d s; if all its logins are taken, raise maxLogins"
                                    .formatted(LIMIT.toSeconds())));
        }
        return CompletableFuture.runAsync(() -> {}, later).thenCompose(again -> isIn());
    }
}
