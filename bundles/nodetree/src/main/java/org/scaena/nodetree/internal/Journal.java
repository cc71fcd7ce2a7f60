package org.scaena.nodetree.internal;

import java.util.ArrayList;
import java.util.List;
import org.scaena.node.GroupSnapshot;
import org.scaena.node.NodeInfo;

/**
 * What the server told while a query was under way.
 *
 * <p>A reply leaves behind all notifications of its audio block, also behind those of what happened
 * after the tree was read. So a tree is brought up to date with the journal before it is believed;
 * else a node that started in between would seem to have ended.
 */
final class Journal {

    private final List<Notice> notices = new ArrayList<>();

    void add(Notice notice) {
        notices.add(notice);
    }

    /**
     * The tree as it is after all that was told.
     *
     * @param read the tree as it was at some moment since the journal was begun
     * @return a mirror that is doubtful if it depends on that moment what is right
     */
    Mirror replayedOn(GroupSnapshot read) {
        Mirror mirror = new Mirror(new Absentees(), Mirror.Events.NONE);
        Adoption.of(read, mirror);
        mirror.settle();
        notices.forEach(notice -> replay(notice, mirror));
        return mirror;
    }

    private static void replay(Notice notice, Mirror mirror) {
        NodeInfo info = notice.node();
        MirrorNode node = mirror.get(info.id());
        switch (notice.kind()) {
            case GO -> {
                if (node == null) {
                    mirror.make(info);
                }
            }
            case END -> {
                if (node != null) {
                    mirror.remove(node, info);
                }
            }
            case MOVE -> {
                if (node == null) {
                    mirror.make(info);
                } else if (mirror.move(node, info)) {
                    mirror.doubt();
                }
            }
            case ON, OFF, INFO -> {}
        }
    }
}
