package org.scaena.sclang.internal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.scaena.command.Done;
import org.scaena.command.Reply;
import org.scaena.command.ReplyTimeoutException;
import org.scaena.osc.OscTransport;
import org.scaena.process.ProcessManager;
import org.scaena.sclang.Sclang;
import org.scaena.sclang.SclangException;
import org.scaena.sclang.SclangValue;
import org.scaena.server.Server;
import org.scaena.synthdef.SynthDefRegistration;
import org.scaena.synthdef.SynthDefRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The language: one process, started when it is needed. */
@Component(service = Sclang.class)
public final class Language implements Sclang {

    private static final Logger LOG = LoggerFactory.getLogger(Language.class);
    private static final Duration PING_LIMIT = Duration.ofSeconds(1);
    private static final Duration COMPILE_LIMIT = Duration.ofSeconds(20);
    private static final int END_SECONDS = 5;

    private final SynthDefRegistry registry;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    task -> {
                        Thread made = new Thread(task, "scaena-sclang-answers");
                        made.setDaemon(true);
                        return made;
                    });
    private final Launcher launcher;
    private @Nullable CompletableFuture<LanguageRun> run;

    /** Starts nothing yet. */
    @Activate
    public Language(
            @Reference ProcessManager processes,
            @Reference OscTransport transport,
            @Reference SynthDefRegistry registry) {
        Path logs = Path.of(System.getProperty("scaena.home", ".")).resolve("logs");
        this.registry = registry;
        this.launcher = new Launcher(processes, transport, logs.toAbsolutePath(), thread);
    }

    @Deactivate
    void close() {
        stop().completeOnTimeout(Done.DONE, END_SECONDS, TimeUnit.SECONDS).join();
        thread.shutdownNow();
    }

    @Override
    public synchronized boolean isRunning() {
        CompletableFuture<LanguageRun> now = run;
        return now != null && isUsable(now);
    }

    private static boolean isUsable(CompletableFuture<LanguageRun> run) {
        return run.isDone() && !run.isCompletedExceptionally() && run.join().isAlive();
    }

    /** The run of the moment, or a new one. */
    private synchronized CompletableFuture<LanguageRun> running() {
        CompletableFuture<LanguageRun> now = run;
        if (now == null || now.isDone() && !isUsable(now)) {
            now = launcher.launch();
            run = now;
        }
        return now;
    }

    @Override
    public Reply<Done> start() {
        return Futures.reply("sclang to be ready", running().thenApply(ready -> Done.DONE));
    }

    @Override
    public synchronized Reply<Done> stop() {
        CompletableFuture<LanguageRun> now = run;
        run = null;
        if (now == null) {
            return Reply.of(Done.DONE);
        }
        return Futures.reply(
                "the end of sclang",
                now.thenCompose(LanguageRun::end).handle((exit, failure) -> Done.DONE));
    }

    @Override
    public Reply<SclangValue> eval(
            String code, Map<String, SclangValue> variables, Duration deadline) {
        Code whole = Code.of(code, variables);
        return Futures.reply(
                "the code", running().thenCompose(ready -> eval(ready, whole, deadline)));
    }

    private Reply<SclangValue> eval(LanguageRun ready, Code code, Duration deadline) {
        Reply<SclangValue> value = ready.eval(code);
        Future<?> late =
                thread.schedule(
                        () -> tooLate(ready, value, deadline),
                        deadline.toNanos(),
                        TimeUnit.NANOSECONDS);
        value.whenComplete((result, failure) -> late.cancel(false));
        return value;
    }

    /** A language that is merely busy for longer is left alone; one that hangs is ended. */
    private void tooLate(LanguageRun ready, Reply<SclangValue> value, Duration deadline) {
        value.completeExceptionally(new ReplyTimeoutException("the code", deadline));
        Reply<SclangValue> ping = ready.eval(Code.PROOF);
        thread.schedule(
                () -> endUnlessAnswered(ready, ping), PING_LIMIT.toNanos(), TimeUnit.NANOSECONDS);
    }

    private static void endUnlessAnswered(LanguageRun ready, Reply<SclangValue> ping) {
        if (!ping.isDone()) {
            LOG.warn("sclang does not answer any more and is ended");
            ready.endHung();
        }
    }

    @Override
    public Reply<SynthDefRegistration> define(String code, String owner) {
        return Futures.reply(
                "the definition",
                eval("(" + code + ").asBytes", Map.of(), COMPILE_LIMIT)
                        .thenApply(value -> registered(value, owner)));
    }

    private SynthDefRegistration registered(SclangValue value, String owner) {
        if (value instanceof SclangValue.Bytes compiled) {
            return registry.register(compiled.bytes().toByteArray(), owner, "compiled by sclang");
        }
        throw new SclangException("the code is no SynthDef but " + value);
    }

    @Override
    public Reply<Done> connect(Server server) {
        return Futures.reply(
                "the login of sclang on server '" + server.name() + "'",
                new ServerConnection(this, thread).to(server.endpoint()));
    }
}
