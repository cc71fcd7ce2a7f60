package org.scaena.command;

import org.osgi.annotation.versioning.ProviderType;
import org.scaena.osc.OscPacket;

/** The one way to a running server: what is sent leaves in the order of the calls. */
@ProviderType
public interface CommandSender {

    /**
     * Sends without waiting for anything.
     *
     * <p>Blocks only while the bounded send queue is full.
     *
     * @throws NotRunningException if the server is not running
     */
    void send(OscPacket packet);

    /**
     * Sends a command; the reply completes with its result, or with its {@code /fail}.
     *
     * <p>If the server is not running the reply has failed already with {@link
     * NotRunningException}.
     */
    <R> Reply<R> request(Command<R> command);
}
