package org.scaena.server.internal;

import java.util.HashMap;
import java.util.Map;
import org.scaena.osc.OscMessage;

/**
 * Refuses to pause a node that is paused: scsynth counts it twice, and crashes when it goes on.
 *
 * <p>Source: SuperCollider issue 5191.
 */
final class PauseGuard implements Guard {

    /** Of the nodes that do not simply run. */
    private final Map<Integer, Pause> pauses = new HashMap<>();

    @Override
    public void admit(OscMessage message, Undo undo) {
        if (message.address().endsWith("n_run")) {
            int at = 0;
            while (at < message.size()) {
                boolean byPath = message.arguments().get(at) instanceof String;
                int node = message.intAt(byPath ? at + 1 : at);
                int flag = byPath ? at + 2 : at + 1;
                if (byPath || node == NodeNumbers.LAST_MADE) {
                    throw NodeNumbers.unclear(message);
                }
                set(node, flag < message.size() && message.intAt(flag) != 0, undo);
                at = flag + 1;
            }
        } else {
            message.arguments().forEach(node -> freed(node, undo));
        }
    }

    private void set(int node, boolean running, Undo undo) {
        Pause before = pauses.getOrDefault(node, Pause.NONE);
        if (!running && before.paused()) {
            throw new IllegalStateException(
                    "/n_run: node %d is paused already, and scsynth crashes if it is paused twice"
                            .formatted(node));
        }
        put(node, before.asked(running), undo);
    }

    /** Its number may be made anew; to make it while the node is there is refused by scsynth. */
    private void freed(Object node, Undo undo) {
        if (node instanceof Integer number) {
            put(number, Pause.NONE, undo);
        }
    }

    private void put(int node, Pause now, Undo undo) {
        Pause before = put(node, now);
        if (!before.equals(now)) {
            undo.add(() -> put(node, before));
        }
    }

    /** The value before. */
    private Pause put(int node, Pause now) {
        Pause before = now.equals(Pause.NONE) ? pauses.remove(node) : pauses.put(node, now);
        return before == null ? Pause.NONE : before;
    }

    private void told(int node, boolean paused) {
        put(node, pauses.getOrDefault(node, Pause.NONE).told(paused));
    }

    @Override
    public void heard(OscMessage message) {
        switch (message.address()) {
            case "/n_off" -> told(message.intAt(0), true);
            case "/n_on" -> told(message.intAt(0), false);
            case "/n_end" -> gone(message.intAt(0));
            case "/fail" -> {
                if (FailureText.isOne(message) && message.stringAt(0).endsWith("n_run")) {
                    FailureText.of(message).node().ifPresent(this::gone);
                }
            }
            default -> {
                // says nothing of pauses
            }
        }
    }

    private void gone(int node) {
        pauses.remove(node);
    }
}
