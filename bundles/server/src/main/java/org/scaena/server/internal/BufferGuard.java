package org.scaena.server.internal;

import java.util.BitSet;
import org.scaena.osc.OscMessage;

/**
 * Refuses what makes scsynth use memory of buffers that is not there.
 *
 * <p>A {@code /b_allocRead} of nothing (an empty file, a start behind its end) into a buffer that
 * has memory gives that back and goes on using it.
 */
final class BufferGuard implements Guard {

    private final Limits limits;
    private final BitSet inUse = new BitSet();

    BufferGuard(Limits limits) {
        this.limits = limits;
    }

    @Override
    public void admit(OscMessage message, Undo undo) {
        int buffer = message.intAt(0);
        switch (message.address().replace("/", "")) {
            case "b_alloc" -> {
                checkSize(message);
                use(buffer, undo);
            }
            case "b_allocRead", "b_allocReadChannel" -> {
                if (inUse.get(buffer)) {
                    throw new IllegalStateException(
                            "%s: free buffer %d first, as scsynth crashes later if nothing is read"
                                            .formatted(message.address(), buffer)
                                    + " into one that has memory");
                }
                use(buffer, undo);
            }
            case "b_free" -> {
                if (inUse.get(buffer)) {
                    inUse.clear(buffer);
                    undo.add(() -> inUse.set(buffer));
                }
            }
            default -> checkSource(message);
        }
    }

    /** A buffer was made before anything was sent from here. */
    void inUse(int buffer) {
        inUse.set(buffer);
    }

    private void use(int buffer, Undo undo) {
        if (!inUse.get(buffer)) {
            inUse.set(buffer);
            undo.add(() -> inUse.clear(buffer));
        }
    }

    private void checkSize(OscMessage message) {
        boolean channels = message.size() > 2 && message.arguments().get(2) instanceof Number;
        long samples = (long) message.intAt(1) * (channels ? message.intAt(2) : 1);
        if (samples > limits.samples()) {
            throw Slots.refused(
                    message,
                    "frames × channels",
                    "1…" + limits.samples() + ", half of this machine's memory at most",
                    samples);
        }
    }

    /** {@code /b_gen copy} has a second buffer. */
    private void checkSource(OscMessage message) {
        if (message.size() > 3 && "copy".equals(message.arguments().get(1))) {
            Slots.BUFFER.accept(message, 3, limits);
        }
    }

    @Override
    public void heard(OscMessage message) {
        if (message.address().equals("/fail")
                && FailureText.isOne(message)
                && message.stringAt(0).contains("b_allocRead")) {
            FailureText.of(message).buffer().ifPresent(inUse::clear);
        }
    }
}
