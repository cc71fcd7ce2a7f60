package org.scaena.server.internal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.scaena.osc.OscMessage;

/**
 * Refuses to pause a node that is paused: scsynth counts it twice, and crashes when it goes on.
 *
 * <p>Source: SuperCollider issue 5191.
 */
final class PauseGuard implements Guard {

    private final Set<Integer> paused = new HashSet<>();

    /** Resumed by us; until the server says so a note of it is an echo. */
    private final Map<Integer, Integer> resuming = new HashMap<>();

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
            NodeNumbers.made(message).forEach(node -> forget(node, undo));
        }
    }

    private void set(int node, boolean running, Undo undo) {
        if (running) {
            if (paused.remove(node)) {
                resuming.merge(node, 1, Integer::sum);
                undo.add(
                        () -> {
                            paused.add(node);
                            echoed(node);
                        });
            }
        } else if (paused.add(node)) {
            undo.add(() -> paused.remove(node));
        } else {
            throw new IllegalStateException(
                    "/n_run: node %d is paused already, and scsynth crashes if it is paused twice"
                            .formatted(node));
        }
    }

    private void forget(int node, Undo undo) {
        if (paused.remove(node)) {
            undo.add(() -> paused.add(node));
        }
        resuming.remove(node);
    }

    @Override
    public void heard(OscMessage message) {
        switch (message.address()) {
            case "/n_off" -> paused.add(message.intAt(0));
            case "/n_on" -> {
                if (!echoed(message.intAt(0))) {
                    paused.remove(message.intAt(0));
                }
            }
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

    private boolean echoed(int node) {
        Integer before = resuming.get(node);
        if (before == null) {
            return false;
        }
        if (before > 1) {
            resuming.put(node, before - 1);
        } else {
            resuming.remove(node);
        }
        return true;
    }

    private void gone(int node) {
        paused.remove(node);
        resuming.remove(node);
    }
}
