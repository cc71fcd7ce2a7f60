package org.scaena.bench.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.scaena.osc.OscMessage;

/** Notifications of groups full of synths, as scsynth would send them. */
final class Feed {

    private static final int NONE = -1;
    private static final int IN_EACH = 100;
    private static final int FIRST = 1000;

    private Feed() {}

    /** Groups of a hundred synths begin, until there are so many nodes. */
    static void begin(int nodes, Consumer<OscMessage> to) {
        for (int count = 0; count < nodes; count++) {
            int id = FIRST + count;
            int inGroup = count % (IN_EACH + 1);
            int group = id - inGroup;
            if (inGroup == 0) {
                int previous = count == 0 ? NONE : group - IN_EACH - 1;
                to.accept(OscMessage.of("/n_go", id, 0, previous, NONE, 1, NONE, NONE));
            } else {
                int previous = inGroup == 1 ? NONE : id - 1;
                to.accept(OscMessage.of("/n_go", id, group, previous, NONE, 0));
            }
        }
    }

    /**
     * Synths begin behind each other in some of the groups, are paused, go on, move to the head of
     * the next group, and end: five notifications each.
     *
     * @param nodes how many nodes there are already
     * @param synths of how many to tell; one in each group at a time
     */
    static List<OscMessage> life(int nodes, int synths) {
        List<OscMessage> messages = new ArrayList<>(5 * synths);
        int groups = nodes / (IN_EACH + 1);
        for (int count = 0; count < synths; count++) {
            int id = FIRST + nodes + count;
            int group = FIRST + (int) (count * 7919L % (groups - 1)) * (IN_EACH + 1);
            int next = group + IN_EACH + 1;
            int tail = group + IN_EACH;
            messages.add(OscMessage.of("/n_go", id, group, tail, NONE, 0));
            messages.add(OscMessage.of("/n_off", id, group, tail, NONE, 0));
            messages.add(OscMessage.of("/n_on", id, group, tail, NONE, 0));
            messages.add(OscMessage.of("/n_move", id, next, NONE, next + 1, 0));
            messages.add(OscMessage.of("/n_end", id, next, NONE, next + 1, 0));
        }
        return messages;
    }
}
