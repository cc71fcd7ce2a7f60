package org.scaena.server.internal;

import java.time.Duration;
import org.scaena.catalogue.ServerCommands;
import org.scaena.command.Command;
import org.scaena.command.CommandFailedException;
import org.scaena.command.LoginReply;
import org.scaena.command.ReplyTimeoutException;
import org.scaena.command.ServerException;
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

    private static final Duration LIMIT = Duration.ofSeconds(3);

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
            LoginReply given = session.request(command(Math.min(wish, logins - 1))).await(LIMIT);
            return login(given.clientId(), given.maxLogins().orElse(0), logins);
        } catch (ReplyTimeoutException silence) {
            throw new ServerException(
                    "no SuperCollider server answers at %s: another program has this port, or the server hangs"
                            .formatted(session.link().remote()),
                    silence);
        } catch (CommandFailedException refused) {
            return refused(refused, session, logins);
        }
    }

    private static Command<LoginReply> command(int wish) {
        return wish < 0 ? ServerCommands.logIn() : ServerCommands.logIn(wish);
    }

    private static Login refused(CommandFailedException refused, Session session, int logins) {
        if (refused.text().contains("already registered")) {
            return login(
                    refused.details().stream().findFirst().map(LogIn::number).orElse(0), 0, logins);
        }
        if (refused.text().contains("too many users")) {
            throw new TooManyClientsException(
                    "the server at %s has no free login (too many users): log another client out,"
                                    .formatted(session.link().remote())
                            + " or start it with more maxLogins");
        }
        throw refused;
    }

    private static int number(Object detail) {
        return detail instanceof Integer number ? number : 0;
    }

    private static Login login(int clientId, int told, int expected) {
        int atLeast = Math.max(expected, Integer.highestOneBit(clientId) << 1);
        return new Login(clientId, told > clientId ? told : atLeast);
    }
}
