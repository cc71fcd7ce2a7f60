package org.scaena.server.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.scaena.node.NodeInfo;
import org.scaena.node.NodeTree;
import org.scaena.osc.OscBundle;
import org.scaena.osc.OscMessage;
import org.scaena.osc.OscPacket;
import org.scaena.synthdef.SynthDefFormat;

/**
 * Stands between every sender and the links to one running server: what scsynth could not stand is
 * an exception in the caller. A look-up for each message; nothing is allocated for most.
 *
 * <p>A command that is not known passes: it is the server's to refuse.
 */
final class CommandCheck {

    private record Entry(CommandRule rule, List<Guard> guards) {}

    private final Limits limits;
    private final Map<String, List<Guard>> guards = new HashMap<>();
    private final Map<String, Entry> entries = new HashMap<>();
    private final PauseGuard pauses = new PauseGuard();
    private final MoveGuard moves = new MoveGuard(this::knownParent);
    private final BufferGuard buffers;
    private volatile @Nullable NodeTree tree;
    private Undo noted = Undo.NOTHING;

    /** A check for one run of a server. */
    CommandCheck(Limits limits, SynthDefFormat format) {
        this.limits = limits;
        this.buffers = new BufferGuard(limits);
        guard(new QuitGuard(), "quit");
        guard(new DefinitionGuard(format), "d_recv", "d_load", "d_loadDir", "d_freeAll");
        guard(moves, "s_new", "s_newargs", "g_new", "p_new");
        guard(moves, "g_head", "g_tail", "n_before", "n_after", "n_order");
        guard(pauses, "n_run", "n_free");
        guard(buffers, "b_alloc", "b_allocRead", "b_allocReadChannel", "b_free", "b_gen");
        CommandRules.all().forEach(this::put);
    }

    private void guard(Guard guard, String... names) {
        for (String name : names) {
            guards.computeIfAbsent("/" + name, command -> new ArrayList<>()).add(guard);
        }
    }

    /** The slash may be left out. */
    private void put(String name, CommandRule rule) {
        Entry entry = new Entry(rule, List.copyOf(guards.getOrDefault(name, List.of())));
        entries.put(name, entry);
        entries.put(name.substring(1), entry);
    }

    Limits limits() {
        return limits;
    }

    /** Knows from now on where nodes are. */
    void follow(NodeTree mirror) {
        tree = mirror;
    }

    /** An earlier host has made this buffer; its memory is there. */
    synchronized void bufferInUse(int number) {
        buffers.inUse(number);
    }

    private int knownParent(int node) {
        NodeTree mirror = tree;
        return mirror == null ? -1 : mirror.find(node).map(NodeInfo::parent).orElse(-1);
    }

    /**
     * Checks what is about to be sent.
     *
     * @return to be run if it is not sent after all
     * @throws IllegalArgumentException if an argument is not what it should be
     * @throws IllegalStateException if it can't be sent after what was sent before
     */
    synchronized Undo admit(OscPacket packet) {
        noted = Undo.NOTHING;
        try {
            check(packet);
            return noted;
        } catch (RuntimeException refused) {
            noted.run();
            throw refused;
        }
    }

    private void check(OscPacket packet) {
        if (packet instanceof OscMessage message) {
            check(message);
        } else {
            List<OscPacket> elements = ((OscBundle) packet).elements();
            for (int i = 0; i < elements.size(); i++) {
                check(elements.get(i));
            }
        }
    }

    private void check(OscMessage message) {
        Entry entry = entries.get(message.address());
        if (entry == null) {
            return;
        }
        entry.rule().check(message, limits);
        List<Guard> its = entry.guards();
        if (!its.isEmpty() && noted == Undo.NOTHING) {
            noted = new Undo();
        }
        for (int i = 0; i < its.size(); i++) {
            its.get(i).admit(message, noted);
        }
        checkCompletion(message);
    }

    private void checkCompletion(OscMessage message) {
        int last = message.size() - 1;
        if (last >= 0 && message.arguments().get(last) instanceof OscPacket completion) {
            check(completion);
        }
    }

    /** Hears what comes from the server, in order. */
    void heard(OscMessage message) {
        switch (message.address()) {
            case "/n_go", "/n_end", "/n_on", "/n_off", "/n_move", "/fail" -> note(message);
            default -> {
                // tells of nothing that can crash it, so a check that reads files is not waited for
            }
        }
    }

    private synchronized void note(OscMessage message) {
        pauses.heard(message);
        moves.heard(message);
        buffers.heard(message);
    }
}
