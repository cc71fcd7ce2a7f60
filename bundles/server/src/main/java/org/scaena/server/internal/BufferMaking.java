package org.scaena.server.internal;

import org.scaena.buffer.BufferException;
import org.scaena.buffer.BufferInfo;
import org.scaena.buffer.BufferSource;
import org.scaena.command.Reply;

/** Makes one buffer from its source, and proves that it is there. */
final class BufferMaking {

    private final BufferLife life;
    private final BufferParts parts;
    private final BufferMemory memory;

    BufferMaking(BufferLife life, BufferParts parts, BufferMemory memory) {
        this.life = life;
        this.parts = parts;
        this.memory = memory;
    }

    Reply<BufferInfo> make(BufferSource source, Completion completion) {
        if (source instanceof BufferSource.Empty empty) {
            return alloc(empty.numFrames(), empty.numChannels(), completion);
        } else if (source instanceof BufferSource.FromFile file) {
            return parts.files().allocRead(file.part(), completion);
        } else if (source instanceof BufferSource.Cued cued) {
            return parts.files().allocCue(cued.part(), cued.numFrames(), memory, completion);
        }
        return load((BufferSource.Loaded) source, completion);
    }

    /** What a former host has made. */
    Reply<BufferInfo> find() {
        return Replies.then(
                "finding " + life,
                life.refresh(),
                info ->
                        info.isAllocated()
                                ? Reply.of(info)
                                : Reply.failed(
                                        new BufferException(life + " is not there any more")));
    }

    private Reply<BufferInfo> alloc(int numFrames, int numChannels, Completion completion) {
        return Replies.then(
                "making " + life,
                memory.take(life, numFrames, numChannels, completion),
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
}
