package org.scaena.command;

import java.util.Optional;
import java.util.function.Function;
import org.scaena.osc.OscMessage;

/**
 * A server command together with the reply it expects.
 *
 * @param message what is sent
 * @param replyKey what the reply looks like; empty if scsynth answers this command only with {@code
 *     /fail}, or not at all
 * @param decoder makes the result from the reply; for a command without one it is given the command
 *     itself
 * @param silence what it means that no reply comes
 * @param <R> the result
 */
public record Command<R>(
        OscMessage message,
        Optional<ReplyKey> replyKey,
        Function<OscMessage, R> decoder,
        Silence silence) {

    /** A command with a reply. */
    public static <R> Command<R> answered(
            OscMessage message, ReplyKey reply, Function<OscMessage, R> decoder) {
        return new Command<>(message, Optional.of(reply), decoder, Silence.NOTHING);
    }

    /** A command that ends with {@code /done}, without further result. */
    public static Command<Done> done(OscMessage message, Object... behindTheName) {
        Object[] leading = new Object[behindTheName.length + 1];
        leading[0] = message.address();
        System.arraycopy(behindTheName, 0, leading, 1, behindTheName.length);
        return answered(message, ReplyKey.of("/done", leading), reply -> Done.DONE);
    }

    /**
     * A command that succeeds in silence.
     *
     * <p>Requested, it completes when a question behind it is answered, or with its {@code /fail}.
     */
    public static Command<Done> silent(OscMessage message) {
        return new Command<>(message, Optional.empty(), reply -> Done.DONE, Silence.SUCCESS);
    }

    /** The same, but that it has failed if no reply came before that of a later {@code /sync}. */
    public Command<R> silenceIsFailure() {
        return new Command<>(message, replyKey, decoder, Silence.FAILURE);
    }

    /** The command's name, for example {@code /b_alloc}. */
    public String name() {
        return message.address();
    }
}
