package org.scaena.process;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Proves that a process can be used. For scsynth that is more than its word: alive, {@code /status}
 * and {@code /notify} answered, a canary synth made and freed.
 *
 * @param <T> what the proof yields, for example the login
 */
@FunctionalInterface
@ConsumerType
public interface Readiness<T> {

    /**
     * Returns as soon as it is proved. Called on a thread of its own and may block; interrupted
     * when the limit has passed or the process has ended.
     *
     * @throws Exception if it can never be proved; the message goes into the error
     */
    T prove(Startup startup) throws Exception;

    /** The process has printed a line of a kind: enough for programs that mean what they say. */
    static Readiness<OutputLine> printed(OutputKind kind) {
        return startup -> startup.awaitLine(line -> line.kind() == kind);
    }
}
