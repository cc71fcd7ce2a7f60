package org.scaena.nodetree.internal;

import java.util.ArrayList;
import java.util.List;
import org.scaena.command.Command;
import org.scaena.command.CommandSender;
import org.scaena.command.Reply;
import org.scaena.osc.OscMessage;
import org.scaena.osc.OscPacket;

/** Answers each question with the one reply that it was given, and notes what it was asked. */
final class ScriptedServer implements CommandSender {

    final List<OscMessage> asked = new ArrayList<>();
    OscMessage answer = OscMessage.of("/g_queryTree.reply", 1, 0, 0);

    @Override
    public void send(OscPacket packet) {
        throw new UnsupportedOperationException("nothing is sent without a question");
    }

    @Override
    public <R> Reply<R> request(Command<R> command) {
        asked.add(command.message());
        return Reply.of(command.decoder().apply(answer));
    }
}
