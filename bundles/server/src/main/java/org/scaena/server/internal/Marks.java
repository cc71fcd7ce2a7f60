package org.scaena.server.internal;

import java.util.OptionalLong;
import org.scaena.osc.OscMessage;

/**
 * Questions among the commands whose answers tell how far scsynth has come.
 *
 * <p>{@code /sync} is answered two audio periods later; the answer to {@code /c_get} leaves after
 * one, in order with the failures of the commands around it. It has no number of its own, so the
 * buses that are asked for are one: the digits of it, from the lowest, and the lowest once more.
 */
final class Marks {

    /** Enough to tell all marks under way from each other. */
    private static final long LEAST_NUMBERS = 1 << 20;

    private static final int HIGHEST_BASE = 4096;

    /** With a single bus syncs must do, whose numbers from here on are of nobody else. */
    private static final long SYNCS = 1 << 30;

    private final int base;
    private final int digits;
    private final long numbers;

    /** Marks for a server with this many control buses, at least 1. */
    Marks(int controlBuses) {
        base = Math.min(controlBuses, HIGHEST_BASE);
        int needed = 1;
        long reached = base;
        while (base > 1 && reached < LEAST_NUMBERS) {
            reached *= base;
            needed++;
        }
        digits = needed;
        numbers = reached;
    }

    /** The question. */
    OscMessage of(long number) {
        if (base == 1) {
            return OscMessage.of("/sync", (int) (SYNCS | number % SYNCS));
        }
        Object[] buses = new Object[digits + 1];
        long rest = number % numbers;
        for (int i = 0; i < digits; i++) {
            buses[i] = (int) (rest % base);
            rest /= base;
        }
        buses[digits] = buses[0];
        return OscMessage.of("/c_get", buses);
    }

    /**
     * The number of the mark that a message answers.
     *
     * @param last the latest that was sent
     */
    OptionalLong read(OscMessage message, long last) {
        if (base == 1) {
            return message.address().equals("/synced") && message.intAt(0) >= SYNCS
                    ? latest(last, message.intAt(0), SYNCS)
                    : OptionalLong.empty();
        }
        if (!isAnswer(message)) {
            return OptionalLong.empty();
        }
        long number = 0;
        for (int i = digits - 1; i >= 0; i--) {
            number = number * base + message.intAt(2 * i);
        }
        return latest(last, number, numbers);
    }

    private static OptionalLong latest(long last, long number, long modulus) {
        return OptionalLong.of(last - Math.floorMod(last - number, modulus));
    }

    private boolean isAnswer(OscMessage message) {
        return message.address().equals("/c_set")
                && message.size() == 2 * (digits + 1)
                && message.arguments().get(0).equals(message.arguments().get(2 * digits));
    }
}
