package org.scaena.server.internal;

import org.scaena.buffer.BufferException;
import org.scaena.catalogue.BufferCommands;
import org.scaena.command.CommandFailedException;
import org.scaena.command.Done;
import org.scaena.command.Reply;

/** Takes memory for buffers on one machine. */
final class BufferMemory {

    private final Machine machine;

    BufferMemory(Machine machine) {
        this.machine = machine;
    }

    /** Takes memory for a buffer, all zero. */
    Reply<Done> take(BufferLife life, int numFrames, int numChannels, Completion completion) {
        String what = "%s of %d frames × %d channels".formatted(life, numFrames, numChannels);
        long bytes = (long) numFrames * numChannels * Float.BYTES;
        machine.requireMemory(what, bytes);
        Reply<Done> taken = new Reply<>("making " + what);
        life.request(completion.of(BufferCommands.alloc(life.number(), numFrames, numChannels)))
                .whenComplete(
                        (done, failure) -> {
                            if (failure instanceof CommandFailedException) {
                                taken.completeExceptionally(refused(what, bytes));
                            } else if (failure != null) {
                                taken.completeExceptionally(failure);
                            } else {
                                taken.complete(done);
                            }
                        });
        return taken;
    }

    private static BufferException refused(String what, long bytes) {
        return new BufferException(
                "the server has no memory for %s, which take %d MB: make it shorter"
                        .formatted(what, bytes >> 20));
    }
}
