package org.scaena.server.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.scaena.command.Command;
import org.scaena.command.ReplyKey;
import org.scaena.node.AddAction;
import org.scaena.node.ControlValue;
import org.scaena.node.ControlValues;
import org.scaena.node.Placement;
import org.scaena.osc.OscMessage;
import org.scaena.server.ServerStatus;
import org.scaena.server.ServerVersion;

/** The commands that the life of a server and its nodes need. Source: Server Command Reference. */
final class Messages {

    private Messages() {}

    static Command<ServerStatus> status() {
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

    static Command<ServerVersion> version() {
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

    /**
     * Makes the default group of every login, the latest at the head; what is there stays.
     *
     * <p>A server may allow more logins than there are ids for their groups.
     */
    static List<OscMessage> defaultGroups(int maxLogins) {
        return IntStream.range(0, Math.min(maxLogins, Login.MOST_WITH_GROUP))
                .map(Login::defaultGroup)
                .mapToObj(Messages::defaultGroup)
                .toList();
    }

    /** Makes a default group, where all of them are by custom: at the head of the root. */
    static OscMessage defaultGroup(int id) {
        return groupNew(id, new Placement(AddAction.ADD_TO_HEAD, 0));
    }

    static OscMessage groupNew(int id, Placement placement) {
        return OscMessage.of("/g_new", id, placement.action().number(), placement.target());
    }

    static OscMessage synthNew(
            String defName, int id, Placement placement, ControlValues controls) {
        List<Object> arguments =
                new ArrayList<>(
                        List.of(defName, id, placement.action().number(), placement.target()));
        append(controls, arguments);
        return new OscMessage("/s_new", arguments);
    }

    private static void append(ControlValues controls, List<Object> arguments) {
        for (ControlValues.Setting setting : controls.settings()) {
            arguments.add(setting.control());
            arguments.add(argument(setting.value()));
        }
    }

    private static Object argument(ControlValue value) {
        if (value instanceof ControlValue.Constant constant) {
            return constant.value();
        }
        if (value instanceof ControlValue.Array array) {
            return array.values().stream().map(Messages::argument).toList();
        }
        return value.toString();
    }
}
