package org.scaena.sclang.internal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.scaena.command.Done;
import org.scaena.command.Reply;
import org.scaena.osc.OscEndpoint;
import org.scaena.osc.OscTransport;
import org.scaena.process.ProcessManager;
import org.scaena.process.Program;
import org.scaena.sclang.Sclang;
import org.scaena.sclang.SclangValue;
import org.scaena.sclang.SynthDesc;
import org.scaena.server.Server;
import org.scaena.synthdef.SynthDefRegistration;
import org.scaena.synthdef.SynthDefRegistry;

/** The language: one process, started when it is needed. */
@Component(
        service = {Sclang.class, Language.class},
        configurationPid = Language.PID)
@Designate(ocd = LanguageConfiguration.class)
public final class Language implements Sclang {

    static final String PID = "org.scaena.sclang";

    private static final int END_SECONDS = 5;

    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(
                    task -> {
                        Thread made = new Thread(task, "scaena-sclang-answers");
                        made.setDaemon(true);
                        return made;
                    });
    private final Launcher launcher;
    private final Connection connection;
    private final Runs runs;
    private final Definitions definitions;
    private final Wish wish;

    /** Starts nothing yet. */
    @Activate
    public Language(
            BundleContext context,
            LanguageConfiguration configuration,
            @Reference ProcessManager processes,
            @Reference OscTransport transport,
            @Reference SynthDefRegistry registry,
            @Reference Wish wish) {
        Path home = Path.of(System.getProperty("scaena.home", ".")).toAbsolutePath();
        String conf = context.getProperty("scaena.conf");
        Path script = home.resolve(conf == null ? "conf" : conf).resolve("boot.scd");
        String name = configuration.program();
        Program program = name.isEmpty() ? Program.sclang() : Program.sclang().at(name);
        this.launcher = new Launcher(processes, transport, program, home.resolve("logs"), thread);
        BootScript boot = new BootScript(script, configuration.server());
        this.connection = new Connection(this::run, thread, boot, wish);
        this.runs = new Runs(launcher, thread, connection);
        this.wish = wish;
        this.definitions = new Definitions(this, registry);
    }

    @Deactivate
    void close() {
        end().completeOnTimeout(Done.DONE, END_SECONDS, TimeUnit.SECONDS).join();
        thread.shutdownNow();
    }

    private CompletableFuture<LanguageRun> run() {
        return runs.current();
    }

    Connection connection() {
        return connection;
    }

    @Override
    public boolean isRunning() {
        return runs.isRunning();
    }

    @Override
    public Optional<OscEndpoint> endpoint() {
        return isRunning() ? Optional.of(launcher.endpoint()) : Optional.empty();
    }

    @Override
    public Optional<Server> server() {
        return connection.server();
    }

    @Override
    public Reply<Server> whenConnected() {
        return Futures.reply("sclang to be connected", connection.whenUsable());
    }

    @Override
    public Reply<Done> start() {
        return Futures.reply("sclang to be ready", run().thenApply(ready -> Done.DONE));
    }

    @Override
    public Reply<Done> stop() {
        wish.clear();
        return end();
    }

    private Reply<Done> end() {
        connection.leave();
        return Futures.reply("the end of sclang", runs.stop());
    }

    @Override
    public Reply<SclangValue> eval(
            String code, Map<String, SclangValue> variables, Duration deadline) {
        Code whole = Code.of(code, variables);
        return Futures.reply(
                "the code",
                connection
                        .settled()
                        .thenCompose(now -> run())
                        .thenCompose(ready -> ready.eval(whole, deadline)));
    }

    @Override
    public Reply<SynthDefRegistration> define(String code, String owner) {
        return Futures.reply("the definition", definitions.define(code, owner));
    }

    @Override
    public Reply<SynthDesc> describe(String name) {
        return Futures.reply("the description of '" + name + "'", definitions.describe(name));
    }

    @Override
    public Reply<Done> connect(Server server) {
        return Futures.reply(
                "the login of sclang on server '" + server.name() + "'",
                connection
                        .to(server)
                        .thenCompose(in -> server.runHooks())
                        .thenApply(ran -> Done.DONE));
    }
}
