package org.scaena.catalogue;

import org.scaena.command.Command;
import org.scaena.command.Done;
import org.scaena.command.LoginReply;
import org.scaena.command.ReplyKey;
import org.scaena.osc.OscMessage;
import org.scaena.server.ServerStatus;
import org.scaena.server.ServerVersion;

/** Commands for the server as a whole. Source: Server Command Reference, "Top-Level Commands". */
public final class ServerCommands {

    /** Whether failures of commands are told and printed; for all clients. */
    public enum ErrorMode {
        /** Not told, until switched on again. */
        OFF(0),
        /** Told, as at the start. */
        ON(1),
        /** Not told within the bundle from here on. */
        OFF_IN_BUNDLE(-1),
        /** Told within the bundle from here on. */
        ON_IN_BUNDLE(-2);

        private final int number;

        ErrorMode(int number) {
            this.number = number;
        }
    }

    private ServerCommands() {}

    /** {@code /none}: does nothing. */
    public static Command<Done> none() {
        return Command.silent(OscMessage.of("/none"));
    }

    /** {@code /notify 1}: logs in, with whatever client id is free. */
    public static Command<LoginReply> logIn() {
        return Command.answered(
                OscMessage.of("/notify", 1), ReplyKey.of("/done", "/notify"), LoginReply::of);
    }

    /**
     * {@code /notify 1 id}: logs in and asks for a client id.
     *
     * @param clientId from 0; if it is not free the server gives another without a word
     */
    public static Command<LoginReply> logIn(int clientId) {
        return Command.answered(
                Arguments.of("/notify")
                        .number("login", 1, 1, 1)
                        .atLeast(0, "client id", clientId)
                        .message(),
                ReplyKey.of("/done", "/notify"),
                LoginReply::of);
    }

    /** {@code /notify 0}: logs out. */
    public static Command<Done> logOut() {
        return Command.done(OscMessage.of("/notify", 0));
    }

    /** {@code /status}: load and counts. */
    public static Command<ServerStatus> status() {
        return Command.answered(
                OscMessage.of("/status"),
                ReplyKey.of("/status.reply"),
                reply ->
                        new ServerStatus(
                                reply.intAt(1),
                                reply.intAt(2),
                                reply.intAt(3),
                                reply.intAt(4),
                                reply.floatAt(5),
                                reply.floatAt(6),
                                reply.doubleAt(7),
                                reply.doubleAt(8)));
    }

    /** {@code /version}: which server it is. */
    public static Command<ServerVersion> version() {
        return Command.answered(
                OscMessage.of("/version"),
                ReplyKey.of("/version.reply"),
                reply ->
                        new ServerVersion(
                                reply.stringAt(0),
                                reply.intAt(1),
                                reply.intAt(2),
                                reply.stringAt(3),
                                reply.stringAt(4),
                                reply.stringAt(5)));
    }

    /** {@code /quit}: ends the server. */
    public static Command<Done> quit() {
        return Command.done(OscMessage.of("/quit"));
    }

    /**
     * {@code /sync}: answered once all asynchronous commands received before it are done.
     *
     * @param id comes back with the answer, any number
     */
    public static Command<Done> sync(int id) {
        return Command.answered(
                OscMessage.of("/sync", id), ReplyKey.of("/synced", id), synced -> Done.DONE);
    }

    /** {@code /clearSched}: forgets all bundles that wait for their time, of all clients. */
    public static Command<Done> clearSched() {
        return Command.silent(OscMessage.of("/clearSched"));
    }

    /**
     * {@code /dumpOSC}: prints what comes in.
     *
     * @param level 0 nothing, 1 as text, 2 in hexadecimal, 3 both
     */
    public static Command<Done> dumpOsc(int level) {
        return Command.silent(Arguments.of("/dumpOSC").number("level", level, 0, 3).message());
    }

    /** {@code /error}: whether failures are told. */
    public static Command<Done> error(ErrorMode mode) {
        return Command.silent(OscMessage.of("/error", mode.number));
    }

    /**
     * {@code /cmd}: a command that a plugin of the server has brought.
     *
     * @param name of the command
     * @param arguments whatever it takes, of OSC types
     */
    public static Command<Done> plugin(String name, Object... arguments) {
        return Command.silent(
                Arguments.of("/cmd")
                        .text("the plugin command's name", name)
                        .anything(arguments)
                        .message());
    }
}
