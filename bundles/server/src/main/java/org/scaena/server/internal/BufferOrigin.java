package org.scaena.server.internal;

import java.nio.file.Path;
import java.util.Optional;
import org.scaena.buffer.BufferInfo;
import org.scaena.buffer.BufferSource;
import org.scaena.buffer.SoundFilePart;
import org.scaena.ledger.BufferEntry;
import org.scaena.ledger.BufferEntry.Contents;
import org.scaena.ledger.BufferEntry.SoundFile;
import org.scaena.server.internal.Holdings.Held;

/**
 * Where the contents of a buffer came from, and can be had again.
 *
 * @param contents what it was made from
 * @param file the sound file, if there is one
 * @param frames its length as it was asked for, or 0 if the file decides
 * @param channels its width, or 0 if the file decides
 */
record BufferOrigin(Contents contents, Optional<SoundFile> file, int frames, int channels) {

    /**
     * The origin of a source.
     *
     * @param copy where a copy of samples will be
     */
    static BufferOrigin of(BufferSource source, Path copy) {
        if (source instanceof BufferSource.FromFile from) {
            return new BufferOrigin(Contents.SOUND_FILE, Optional.of(file(from.part())), 0, 0);
        } else if (source instanceof BufferSource.Cued cued) {
            return new BufferOrigin(
                    Contents.CUED_FILE, Optional.of(file(cued.part())), cued.numFrames(), 0);
        } else if (source instanceof BufferSource.Loaded samples) {
            return new BufferOrigin(
                    Contents.SAMPLES,
                    Optional.of(file(SoundFilePart.of(copy))),
                    samples.numFrames(),
                    samples.numChannels());
        }
        BufferSource.Empty empty = (BufferSource.Empty) source;
        return new BufferOrigin(
                Contents.SILENCE, Optional.empty(), empty.numFrames(), empty.numChannels());
    }

    static BufferOrigin of(BufferEntry entry) {
        return new BufferOrigin(entry.contents(), entry.file(), entry.frames(), entry.channels());
    }

    private static SoundFile file(SoundFilePart part) {
        return new SoundFile(
                part.file().toAbsolutePath().toString(),
                part.startFrame(),
                part.numFrames(),
                part.channels());
    }

    /** As a ledger keeps it. */
    BufferEntry entry(Held<?> buffer, BufferInfo now) {
        return new BufferEntry(
                buffer.owner(),
                buffer.key().orElseThrow(),
                buffer.id(),
                now.isAllocated() ? now.numFrames() : frames,
                now.isAllocated() ? now.numChannels() : channels,
                contents,
                file);
    }

    /** What such a buffer is made from once more. */
    BufferSource source() {
        return switch (contents) {
            case SILENCE -> BufferSource.alloc(frames, channels);
            case SOUND_FILE, SAMPLES -> BufferSource.allocRead(part());
            case CUED_FILE -> BufferSource.cueSoundFile(part(), frames);
        };
    }

    SoundFilePart part() {
        SoundFile from = file.orElseThrow();
        return new SoundFilePart(
                Path.of(from.path()), from.startFrame(), from.numFrames(), from.channels());
    }
}
