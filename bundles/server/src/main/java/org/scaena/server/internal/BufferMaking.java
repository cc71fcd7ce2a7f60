package org.scaena.server.internal;

import org.scaena.buffer.BufferInfo;
import org.scaena.buffer.BufferSource;
import org.scaena.catalogue.BufferCommands;
import org.scaena.command.Reply;

/** Makes one buffer from its source, and proves that it is there. */
final class BufferMaking {

    private final BufferLife life;
    private final BufferParts parts;
    private final Machine machine;

    BufferMaking(BufferLife life, BufferParts parts, Machine machine) {
        this.life = life;
        this.parts = parts;
        this.machine = machine;
    }

    Reply<BufferInfo> make(BufferSource source, Completion completion) {
        if (source instanceof BufferSource.Empty empty) {
            return alloc(empty.numFrames(), empty.numChannels(), completion);
        } else if (source instanceof BufferSource.FromFile file) {
            return parts.files().allocRead(file.part(), completion);
        } else if (source instanceof BufferSource.Cued cued) {
            requireMemory(cued.numFrames(), 1);
            return parts.files().allocCue(cued.part(), cued.numFrames(), completion);
        }
        return load((BufferSource.Loaded) source, completion);
    }

    private Reply<BufferInfo> alloc(int numFrames, int numChannels, Completion completion) {
        requireMemory(numFrames, numChannels);
        return Replies.then(
                "making " + life,
                life.request(
                        completion.of(BufferCommands.alloc(life.number(), numFrames, numChannels))),
                taken -> life.refresh());
    }

    private Reply<BufferInfo> load(BufferSource.Loaded source, Completion completion) {
        return Replies.then(
                "loading " + life,
                alloc(source.numFrames(), source.numChannels(), Completion.NONE),
                taken ->
                        Replies.map(
                                "loading " + life,
                                parts.upload().load(source.samples()),
                                loaded -> {
                                    completion.packet().ifPresent(life.sender()::send);
                                    return taken;
                                }));
    }

    private void requireMemory(int numFrames, int numChannels) {
        machine.requireMemory(
                "%s of %d frames × %d channels".formatted(life, numFrames, numChannels),
                (long) numFrames * numChannels * Float.BYTES);
    }
}
