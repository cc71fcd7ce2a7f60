package org.scaena.command;

import java.util.OptionalInt;
import org.scaena.osc.OscMessage;

/**
 * What a server says to a login.
 *
 * @param clientId the client id it gives, from 0
 * @param maxLogins how many may log in; not told by supernova, nor by scsynth before 3.9
 */
public record LoginReply(int clientId, OptionalInt maxLogins) {

    /** Reads {@code /done /notify}. */
    public static LoginReply of(OscMessage reply) {
        return new LoginReply(
                reply.size() > 1 ? reply.intAt(1) : 0,
                reply.size() > 2 ? OptionalInt.of(reply.intAt(2)) : OptionalInt.empty());
    }
}
