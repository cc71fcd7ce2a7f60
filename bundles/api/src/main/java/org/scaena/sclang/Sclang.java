package org.scaena.sclang;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.scaena.command.Done;
import org.scaena.command.Reply;
import org.scaena.osc.OscEndpoint;
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

    /** Where it listens, by default port 57120; empty if it does not run. */
    Optional<OscEndpoint> endpoint();

    /** The server on which it is logged in. */
    Optional<Server> server();

    /**
     * Completes when it is logged in where it is to be, which takes a moment after its server was
     * booted; fails if it is not to be anywhere.
     */
    Reply<Server> whenConnected();

    /** Completes when it answers; it compiles its class library first, which takes seconds. */
    Reply<Done> start();

    /** Ends its process and its logins; what is being evaluated fails. */
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
     * either, and nobody who asked before still waits for it, its process is ended, and started
     * anew for the next caller.
     *
     * @param code as it would be typed; several lines, comments and {@code var} are welcome; the
     *     language cuts a string in it at 8 KiB: give longer ones as variables
     * @param variables set before the code: names as sclang allows them, to values
     * @param deadline from when the language runs; while it is logging in on a server, and {@code
     *     conf/boot.scd} is evaluated, from when that is done
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
     * What the language knows of a definition, its own or the registry's.
     *
     * <p>Fails with a {@link SclangException} if neither has one of that name.
     */
    Reply<SynthDesc> describe(String name);

    /**
     * Makes a server the language's default server, {@code s}, on which it logs in as a client of
     * its own, and runs the server's hooks; completes when that is done.
     *
     * <p>From then on it is logged in again after every boot of the server; and when its process
     * has ended unasked, that is started again, what its nodes were is freed, and it is logged in
     * anew.
     */
    Reply<Done> connect(Server server);
}
