package org.scaena.console.internal;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Function;
import org.apache.felix.service.command.annotations.GogoCommand;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.scaena.command.ServerException;
import org.scaena.process.ProgramException;
import org.scaena.sclang.Sclang;
import org.scaena.sclang.SclangValue;
import org.scaena.sclang.SynthDesc;
import org.scaena.server.Server;

/** SuperCollider's language, in the console; of use if the bundle sclang is there. */
@Component(service = SclangCommands.class)
@GogoCommand(
        scope = "sclang",
        function = {"start", "stop", "info", "ifthere", "eval", "connect", "def"})
public final class SclangCommands {

    /** To compile its class library takes it seconds. */
    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final Duration LOGIN_LIMIT = Duration.ofSeconds(2);

    private final Targets targets;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Sclang language;

    /** Commands for a language that may come and go. */
    @Activate
    public SclangCommands(@Reference Targets targets) {
        this.targets = targets;
    }

    private Sclang language() {
        Sclang there = language;
        if (there == null) {
            throw new IllegalStateException(
                    "there is no language: install the bundle org.scaena.sclang");
        }
        return there;
    }

    /** Starts it. */
    @Descriptor("starts SuperCollider's language, sclang, and waits until it answers")
    public void start() {
        language().start().await(START_LIMIT);
    }

    /** Ends it. */
    @Descriptor("ends sclang, its login and the nodes in its group")
    public void stop() {
        language().stop().await(LIMIT);
    }

    /** Where it is. */
    @Descriptor("shows where sclang listens and the server on which it is logged in")
    public String info() {
        Sclang there = language();
        String server = connected(there).map(Server::name).orElse("none");
        String where = there.endpoint().map(Object::toString).orElse("does not run");
        return new Table("sclang", "server").row(where, server).toString();
    }

    /** Waits a little for one that is being booted again. */
    private static Optional<Server> connected(Sclang there) {
        try {
            return Optional.of(there.whenConnected().await(LOGIN_LIMIT));
        } catch (ServerException notConnected) {
            return Optional.empty();
        }
    }

    /** Does something only if there is a language. */
    @Descriptor("does something if sclang is installed: sclang:ifthere { sclang:connect }")
    public @Nullable Object ifthere(
            CommandSession session, @Descriptor("what to do, in braces") Function commands)
            throws Exception {
        try {
            start();
        } catch (ProgramException missing) {
            return "left out: " + missing.getMessage();
        }
        return commands.execute(session, List.of());
    }

    /** Evaluates code. */
    @Descriptor("evaluates code in sclang, which is started if need be: sclang:eval '(1..4).sum'")
    public SclangValue eval(
            @Descriptor("code, in quotes; at most 20 s are waited for its value") String code) {
        start();
        return language().eval(code, Map.of(), LIMIT).await(LIMIT);
    }

    /** Connects it. */
    @Descriptor(
            "makes the server sclang's default server, s, where it stays logged in, and runs the"
                    + " hooks")
    public void connect(CommandSession session) {
        start();
        language().connect(targets.server(session)).await(LIMIT);
    }

    /** What it knows of a definition. */
    @Descriptor("shows what sclang knows of a synth definition: its controls, inputs and outputs")
    public String def(@Descriptor("name") String name) {
        start();
        SynthDesc known = language().describe(name).await(LIMIT);
        Table table = new Table("", "name", "rate", "values");
        known.controls()
                .forEach(
                        control ->
                                table.row(
                                        "control",
                                        control.name(),
                                        control.rate(),
                                        control.defaults()));
        known.inputs().forEach(bus -> row(table, "input", bus));
        known.outputs().forEach(bus -> row(table, "output", bus));
        return table.toString();
    }

    private static void row(Table table, String kind, SynthDesc.BusUse bus) {
        table.row(kind, bus.className(), bus.rate(), bus.channels() + " from " + bus.bus());
    }
}
