package org.scaena.sclang;

import java.time.Duration;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;
import org.scaena.command.Done;
import org.scaena.command.Reply;
import org.scaena.server.Server;
import org.scaena.synthdef.SynthDefRegistration;

/**
 * One sclang process without a screen; a service. Safe for use by several threads, no method
 * blocks.
 *
 * <p>It is started when it is first asked for something, and again after it has ended. Code of
 * several callers is evaluated one after the other.
 */
@ProviderType
public interface Sclang {

    /** The deadline of {@link #eval(String)}: five seconds. */
    Duration DEFAULT_DEADLINE = Duration.ofSeconds(5);

    /** Whether its process runs and answers. */
    boolean isRunning();

    /** Completes when it answers; it compiles its class library first, which takes seconds. */
    Reply<Done> start();

    /** Ends its process; what is being evaluated fails. */
    Reply<Done> stop();

    /** Evaluates code, at most five seconds. */
    default Reply<SclangValue> eval(String code) {
        return eval(code, Map.of(), DEFAULT_DEADLINE);
    }

    /**
     * Evaluates code of any length; the value may be of any size.
     *
     * <p>Fails with a {@link SclangException} that has the language's words if it is no code or
     * throws. Code that takes longer than the deadline fails; if the language does not answer then
     * either, its process is ended, and started anew for the next caller.
     *
     * @param code as it would be typed; several lines, comments and {@code var} are welcome
     * @param variables set before the code: names as sclang allows them, to values
     * @param deadline from when the language runs
     */
    Reply<SclangValue> eval(String code, Map<String, SclangValue> variables, Duration deadline);

    /**
     * Compiles a definition and registers it, so that it is on the servers.
     *
     * @param code an expression that is a {@code SynthDef}
     * @param owner who withdraws it, usually a bundle's symbolic name
     * @return closed to withdraw it
     */
    Reply<SynthDefRegistration> define(String code, String owner);

    /**
     * Makes a server the language's default server, {@code s}, on which it logs in as a client of
     * its own; completes when it has done so.
     */
    Reply<Done> connect(Server server);
}
