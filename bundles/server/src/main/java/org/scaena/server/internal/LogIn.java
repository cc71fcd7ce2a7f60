package org.scaena.server.internal;

import java.util.List;
import org.scaena.command.Command;
import org.scaena.command.CommandFailedException;
import org.scaena.command.ReplyKey;
import org.scaena.osc.OscMessage;
import org.scaena.server.ServerOption;
import org.scaena.server.ServerOptions;
import org.scaena.server.TooManyClientsException;

/**
 * Logs in with {@code /notify}, whichever way the server answers.
 *
 * <p>scsynth from 3.9 on tells client id and number of logins, older ones the id or nothing,
 * supernova a number only. A server that knows our address already refuses, and tells the id from
 * 3.7 on. Whoever asks for an id that is taken gets another.
 */
final class LogIn {

    private LogIn() {}

    /**
     * Logs in and waits for the answer.
     *
     * @param wish the client id to ask for
     * @param expected how many logins there are if the server does not tell
     * @throws TooManyClientsException if there is no free login
     */
    static Login request(Session session, int wish, ServerOptions expected) {
        int logins = expected.effective().get(ServerOption.MAX_LOGINS);
        try {
            return session.request(command(Math.min(wish, logins - 1), logins)).await();
        } catch (CommandFailedException refused) {
            return refused(refused, session, logins);
        }
    }

    private static Command<Login> command(int wish, int logins) {
        return Command.answered(
                OscMessage.of("/notify", 1, wish),
                ReplyKey.of("/done", "/notify"),
                done -> login(done.arguments().subList(1, done.size()), logins));
    }

    private static Login refused(CommandFailedException refused, Session session, int logins) {
        if (refused.text().contains("already registered")) {
            return login(refused.details(), logins);
        }
        if (refused.text().contains("too many users")) {
            throw new TooManyClientsException(
                    "the server at %s has no free login (too many users): log another client out,"
                                    .formatted(session.link().remote())
                            + " or start it with more maxLogins");
        }
        throw refused;
    }

    private static Login login(List<Object> told, int logins) {
        int id = !told.isEmpty() && told.get(0) instanceof Integer given ? given : 0;
        if (told.size() > 1 && told.get(1) instanceof Integer max && max > id) {
            return new Login(id, max);
        }
        return new Login(id, Math.max(logins, Integer.highestOneBit(id) << 1));
    }
}
