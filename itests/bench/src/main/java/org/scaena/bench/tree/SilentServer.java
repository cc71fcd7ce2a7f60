package org.scaena.bench.tree;

import org.scaena.command.Command;
import org.scaena.command.CommandSender;
import org.scaena.command.Reply;
import org.scaena.osc.OscMessage;
import org.scaena.osc.OscPacket;

/** A server with an empty tree, and without an answer to any other question. */
final class SilentServer implements CommandSender {

    private static final OscMessage EMPTY = OscMessage.of("/g_queryTree.reply", 1, 0, 0);

    @Override
    public void send(OscPacket packet) {
        // nobody is there
    }

    @Override
    public <R> Reply<R> request(Command<R> command) {
        return command.name().equals("/g_queryTree")
                ? Reply.of(command.decoder().apply(EMPTY))
                : new Reply<>(command.name());
    }
}
