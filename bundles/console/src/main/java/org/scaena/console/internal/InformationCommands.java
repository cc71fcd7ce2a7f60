package org.scaena.console.internal;

import java.util.List;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.annotations.GogoCommand;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.scaena.server.Client;
import org.scaena.server.HookRun;
import org.scaena.server.Server;
import org.scaena.server.ServerOption;
import org.scaena.server.ServerOptions;
import org.scaena.server.ServerOverload;
import org.scaena.server.ServerStatus;
import org.scaena.server.ServerTextOption;

/** What a server tells of itself, in the console. */
@Component(service = InformationCommands.class)
@GogoCommand(
        scope = "sc",
        function = {"status", "version", "options", "info", "sync", "hooks"})
public final class InformationCommands {

    private final Targets targets;

    /** Commands for these servers. */
    @Activate
    public InformationCommands(@Reference Targets targets) {
        this.targets = targets;
    }

    /** Load and counts. */
    @Descriptor(
            "shows load, counts and rates; what was too much; what JACK gives of what was asked")
    public String status(CommandSession session) {
        Server server = targets.server(session);
        ServerStatus status = server.status().await();
        Table load =
                new Table(
                                "ugens",
                                "synths",
                                "groups",
                                "defs",
                                "avg CPU",
                                "peak CPU",
                                "rate",
                                "real")
                        .row(
                                status.numUGens(),
                                status.numSynths(),
                                status.numGroups(),
                                status.numSynthDefs(),
                                Texts.percent(status.avgCpu()),
                                Texts.percent(status.peakCpu()),
                                Texts.hertz(status.nominalSampleRate()),
                                Texts.hertz(status.actualSampleRate()));
        return load + "\n" + kept(server);
    }

    private static Table kept(Server server) {
        ServerOverload overload = server.overload();
        Table table = new Table("late", "over 95 %", "xruns", "asked rate", "inputs", "outputs");
        server.hardware()
                .ifPresent(
                        hardware ->
                                table.row(
                                        Texts.number(overload.lateBundles()),
                                        overload.overloadedSeconds() + " s",
                                        Texts.number(overload.xruns()),
                                        hardware.askedSampleRate() == 0
                                                ? "any"
                                                : Texts.hertz(hardware.askedSampleRate()),
                                        Texts.of(hardware.inputs(), hardware.askedInputs()),
                                        Texts.of(hardware.outputs(), hardware.askedOutputs())));
        return table;
    }

    /** Which server it is. */
    @Descriptor("shows which program the server is")
    public String version(CommandSession session) {
        return targets.server(session).version().await().toString();
    }

    /** How it is started. */
    @Descriptor("lists the options, what the server makes of them, and their ranges")
    public String options(CommandSession session) {
        Server server = targets.server(session);
        ServerOptions asked = server.options();
        ServerOptions effective = server.effectiveOptions();
        Table table = new Table("option", "flag", "value", "in force", "range", "unit");
        table.row("port", "-u", asked.port(), server.endpoint().port(), "1…65535", "UDP port");
        for (ServerOption option : ServerOption.values()) {
            table.row(
                    option.optionName(),
                    option.flag(),
                    asked.get(option),
                    effective.get(option),
                    option.min() + "…" + option.max(),
                    option.unit());
        }
        for (ServerTextOption option : ServerTextOption.values()) {
            String value = asked.get(option);
            table.row(option.optionName(), option.flag(), value, value, "", "text");
        }
        return table.toString();
    }

    /** Who talks to whom. */
    @Descriptor("shows the login: addresses, client id, default group, hardware buses")
    public String info(CommandSession session) {
        Client client = targets.client(session);
        return new Table("server", "from", "client", "logins", "group", "outputs", "inputs")
                .row(
                        client.server().endpoint(),
                        client.local().getPort(),
                        client.id(),
                        client.maxLogins(),
                        client.defaultGroup().id(),
                        Ranges.text(client.outputBus().ids()),
                        Ranges.text(client.inputBus().ids()))
                .toString();
    }

    /** Waits for asynchronous commands. */
    @Descriptor("waits until all asynchronous commands are done")
    public boolean sync(CommandSession session) {
        targets.server(session).sync().await();
        return true;
    }

    /** What the hooks did. */
    @Descriptor("lists the init hooks and what they did last")
    public String hooks(CommandSession session) {
        return table(targets.server(session).hooks());
    }

    /** Runs the hooks. */
    @Descriptor("runs the tree hooks by hand: sc:hooks run")
    public String hooks(CommandSession session, @Descriptor("run") String run) {
        if (!run.equals("run")) {
            throw new IllegalArgumentException("sc:hooks lists them, sc:hooks run runs them");
        }
        return table(targets.server(session).runHooks().await());
    }

    private static String table(List<HookRun> runs) {
        Table table = new Table("hook", "ranking", "phase", "took", "result");
        for (HookRun run : runs) {
            table.row(
                    run.hook(),
                    run.ranking(),
                    run.phase(),
                    run.took().toMillis() + " ms",
                    run.failure().orElse("ok"));
        }
        return table.toString();
    }
}
