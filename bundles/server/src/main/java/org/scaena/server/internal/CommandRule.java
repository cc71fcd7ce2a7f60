package org.scaena.server.internal;

import java.util.List;
import org.scaena.osc.OscMessage;

/**
 * Which arguments a command takes.
 *
 * @param required these, in order
 * @param optional these behind them, as far as they are there
 * @param repeated these behind all others, again and again
 */
record CommandRule(List<Slot> required, List<Slot> optional, List<Slot> repeated) {

    static CommandRule of(Slot... required) {
        return new CommandRule(List.of(required), List.of(), List.of());
    }

    CommandRule then(Slot... some) {
        return new CommandRule(required, List.of(some), repeated);
    }

    CommandRule repeat(Slot... group) {
        return new CommandRule(required, optional, List.of(group));
    }

    /**
     * Checks the arguments of a message.
     *
     * @throws IllegalArgumentException that says in one sentence what is wrong
     */
    void check(OscMessage message, Limits limits) {
        int at = 0;
        for (int i = 0; i < required.size(); i++) {
            at = present(message, at, required.get(i), limits);
        }
        for (int i = 0; i < optional.size() && at < message.size(); i++) {
            at = optional.get(i).accept(message, at, limits);
        }
        while (at < message.size() && !repeated.isEmpty()) {
            for (int i = 0; i < repeated.size(); i++) {
                at = present(message, at, repeated.get(i), limits);
            }
        }
        if (at < message.size()) {
            throw new IllegalArgumentException(
                    "%s takes no more than %d arguments, not %d"
                            .formatted(message.address(), at, message.size()));
        }
    }

    private static int present(OscMessage message, int at, Slot slot, Limits limits) {
        if (at >= message.size()) {
            throw new IllegalArgumentException(
                    "%s needs more than its %d arguments"
                            .formatted(message.address(), message.size()));
        }
        return slot.accept(message, at, limits);
    }
}
