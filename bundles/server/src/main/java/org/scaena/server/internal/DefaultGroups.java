package org.scaena.server.internal;

import java.util.List;
import java.util.stream.IntStream;
import org.scaena.catalogue.GroupCommands;
import org.scaena.node.AddAction;
import org.scaena.node.Placement;
import org.scaena.osc.OscMessage;

/** The group that each login has by custom. */
final class DefaultGroups {

    private DefaultGroups() {}

    /**
     * Makes the default group of every login, the latest at the head; what is there stays.
     *
     * <p>A server may allow more logins than there are ids for their groups.
     */
    static List<OscMessage> ofAll(int maxLogins) {
        return IntStream.range(0, Math.min(maxLogins, Login.MOST_WITH_GROUP))
                .map(Login::defaultGroup)
                .mapToObj(DefaultGroups::of)
                .toList();
    }

    /** Makes one of them, where all are by custom: at the head of the root. */
    static OscMessage of(int id) {
        return GroupCommands.create(id, new Placement(AddAction.ADD_TO_HEAD, 0)).message();
    }
}
