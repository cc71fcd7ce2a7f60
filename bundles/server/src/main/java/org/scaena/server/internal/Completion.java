package org.scaena.server.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.scaena.command.Command;
import org.scaena.osc.OscMessage;
import org.scaena.osc.OscPacket;

/** What the server runs as soon as an asynchronous command is done, before it answers. */
record Completion(Optional<OscPacket> packet) {

    static final Completion NONE = new Completion(Optional.empty());

    /** The command with this at its end, where completion messages stand. */
    <R> Command<R> of(Command<R> command) {
        if (packet.isEmpty()) {
            return command;
        }
        OscMessage message = command.message();
        List<Object> arguments = new ArrayList<>(message.arguments());
        arguments.add(packet.get());
        return new Command<>(
                new OscMessage(message.address(), arguments),
                command.replyKey(),
                command.decoder(),
                command.silence());
    }
}
