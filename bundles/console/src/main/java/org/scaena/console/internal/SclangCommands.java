package org.scaena.console.internal;

import java.time.Duration;
import java.util.Map;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.annotations.GogoCommand;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.scaena.sclang.Sclang;
import org.scaena.sclang.SclangValue;

/** SuperCollider's language, in the console; of use if the bundle sclang is there. */
@Component(service = SclangCommands.class)
@GogoCommand(
        scope = "sclang",
        function = {"start", "stop", "eval", "connect"})
public final class SclangCommands {

    /** To compile its class library takes it seconds. */
    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    private static final Duration LIMIT = Duration.ofSeconds(20);

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
    @Descriptor("ends sclang")
    public void stop() {
        language().stop().await(LIMIT);
    }

    /** Evaluates code. */
    @Descriptor("evaluates code in sclang: sclang:eval '(1..4).sum'")
    public SclangValue eval(@Descriptor("code, in quotes") String code) {
        start();
        return language().eval(code, Map.of(), LIMIT).await(LIMIT);
    }

    /** Connects it. */
    @Descriptor("makes the server sclang's default server, s, on which it logs in by itself")
    public void connect(CommandSession session) {
        start();
        language().connect(targets.server(session)).await(LIMIT);
    }
}
