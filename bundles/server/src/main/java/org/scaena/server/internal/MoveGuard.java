package org.scaena.server.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import org.scaena.osc.OscMessage;

/**
 * Refuses to move a group into itself: the branch falls out of the tree, and the next that walks
 * it, be it a query or its end, crashes scsynth.
 */
final class MoveGuard implements Guard {

    private static final int NONE = -1;

    /** More than there are nodes in any sensible tree. */
    private static final int DEEPEST = 100_000;

    /** So many moves can't be under way: what they tell of was refused, or the note was lost. */
    private static final int MOST_UNTOLD = 65_536;

    /** Where a node will be; how many moves of it the server has not yet told of. */
    private record Move(int parent, int untold) {}

    private final Map<Integer, Move> moves =
            new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Integer, Move> eldest) {
                    return size() > MOST_UNTOLD;
                }
            };

    private final IntUnaryOperator knownParent;

    /**
     * A guard.
     *
     * @param knownParent the group in which a node is known to be, or −1
     */
    MoveGuard(IntUnaryOperator knownParent) {
        this.knownParent = knownParent;
    }

    @Override
    public void admit(OscMessage message, Undo undo) {
        switch (message.address().replace("/", "")) {
            case "g_new", "p_new" -> groups(message, undo);
            case "s_new", "s_newargs" -> synth(message, undo);
            case "g_head", "g_tail" -> pairs(message, undo, true);
            case "n_before", "n_after" -> pairs(message, undo, false);
            default -> ordered(message, undo);
        }
    }

    private void groups(OscMessage message, Undo undo) {
        for (int at = 0; at + 2 < message.size(); at += 3) {
            if (message.arguments().get(at + 2) instanceof String) {
                throw NodeNumbers.unclear(message);
            }
            made(message, at, undo);
        }
    }

    private void synth(OscMessage message, Undo undo) {
        if (message.size() > 3 && message.arguments().get(3) instanceof Number) {
            made(message, 1, undo);
        }
    }

    /** A node with its id, add action and target; one that is there already stays. */
    private void made(OscMessage message, int at, Undo undo) {
        int node = message.intAt(at);
        int target = message.intAt(at + 2);
        if (node > NodeNumbers.LAST_MADE && parent(node) == NONE) {
            put(node, message.intAt(at + 1) < 2 ? target : parent(target), undo);
        }
    }

    private void pairs(OscMessage message, Undo undo, boolean groupFirst) {
        for (int at = 0; at < message.size(); at += 2) {
            int first = node(message, at);
            int second = node(message, at + 1);
            int moved = groupFirst ? second : first;
            move(message, moved, groupFirst ? first : beside(message, moved, second), undo);
        }
    }

    private void ordered(OscMessage message, Undo undo) {
        int target = node(message, 1);
        for (int at = 2; at < message.size(); at++) {
            int moved = node(message, at);
            int group = message.intAt(0) < 2 ? target : beside(message, moved, target);
            move(message, moved, group, undo);
        }
    }

    private int beside(OscMessage message, int moved, int target) {
        if (moved == target || target == 0) {
            throw refused(message, moved, "beside " + (target == 0 ? "the root" : "itself"));
        }
        return parent(target);
    }

    private void move(OscMessage message, int moved, int group, Undo undo) {
        if (moved == 0) {
            throw refused(message, moved, "anywhere, as it is the root");
        }
        int above = group;
        for (int level = 0; above > NONE && level < DEEPEST; level++) {
            if (above == moved) {
                throw refused(message, moved, "into itself");
            }
            above = parent(above);
        }
        put(moved, group, undo);
    }

    private static int node(OscMessage message, int at) {
        boolean clear =
                at < message.size()
                        && message.arguments().get(at) instanceof Number id
                        && id.intValue() != NodeNumbers.LAST_MADE;
        if (!clear) {
            throw NodeNumbers.unclear(message);
        }
        return message.intAt(at);
    }

    private static IllegalStateException refused(OscMessage message, int node, String where) {
        return new IllegalStateException(
                "%s: node %d can't be moved %s".formatted(message.address(), node, where));
    }

    private int parent(int node) {
        Move move = moves.get(node);
        return move == null ? knownParent.applyAsInt(node) : move.parent();
    }

    private void put(int node, int parent, Undo undo) {
        Move before = moves.get(node);
        moves.put(node, new Move(parent, before == null ? 1 : before.untold() + 1));
        undo.add(
                () -> {
                    if (before == null) {
                        moves.remove(node);
                    } else {
                        moves.put(node, before);
                    }
                });
    }

    @Override
    public void heard(OscMessage message) {
        switch (message.address()) {
            case "/n_go", "/n_move" ->
                    moves.computeIfPresent(
                            message.intAt(0),
                            (node, move) ->
                                    move.untold() > 1
                                            ? new Move(move.parent(), move.untold() - 1)
                                            : null);
            case "/n_end" -> moves.remove(message.intAt(0));
            default -> {
                // says nothing of places
            }
        }
    }
}
