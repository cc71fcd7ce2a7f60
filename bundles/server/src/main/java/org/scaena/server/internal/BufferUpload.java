package org.scaena.server.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.scaena.buffer.SoundFilePart;
import org.scaena.command.Done;
import org.scaena.command.Reply;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings samples of this host into a buffer: many through files, others in slices. */
final class BufferUpload {

    private static final Logger LOG = LoggerFactory.getLogger(BufferUpload.class);

    /** From here on a file is quicker than slices, see the README. */
    private static final int THROUGH_FILE = 16_000;

    /** 16 MB a file, so that neither memory nor the disk is filled. */
    private static final int MOST_PER_FILE = 1 << 22;

    private final BufferLife life;
    private final BufferFiles files;
    private final BufferSamples samples;
    private final Machine machine;
    private final Executor disk;

    /**
     * An upload into one buffer.
     *
     * @param disk writes files
     */
    BufferUpload(
            BufferLife life,
            BufferFiles files,
            BufferSamples samples,
            Machine machine,
            Executor disk) {
        this.life = life;
        this.files = files;
        this.samples = samples;
        this.machine = machine;
        this.disk = disk;
    }

    /** Replaces samples from the first one on. */
    Reply<Done> load(float[] values) {
        boolean wholeFrames = values.length % life.info().numChannels() == 0;
        if (!machine.isHere() || values.length < THROUGH_FILE || !wholeFrames) {
            return samples.load(values);
        }
        Reply<Done> loaded = new Reply<>("loading " + life);
        throughFiles(values, 0)
                .whenComplete(
                        (done, failure) -> {
                            if (failure == null) {
                                loaded.complete(done);
                            } else {
                                LOG.debug("{} is loaded in slices instead", life, failure);
                                Replies.hand(samples.load(values), loaded);
                            }
                        });
        return loaded;
    }

    private CompletableFuture<Done> throughFiles(float[] values, int from) {
        if (from >= values.length) {
            return Reply.of(Done.DONE);
        }
        int channels = life.info().numChannels();
        int to = Math.min(values.length, from + MOST_PER_FILE / channels * channels);
        return CompletableFuture.supplyAsync(() -> written(values, from, to), disk)
                .thenCompose(file -> read(file, from / channels))
                .thenCompose(read -> throughFiles(values, to));
    }

    private Path written(float[] values, int from, int to) {
        try {
            return WaveFile.temporary(
                    values, from, to, life.info().numChannels(), (float) life.info().sampleRate());
        } catch (IOException notWritten) {
            throw new UncheckedIOException(notWritten);
        }
    }

    private CompletableFuture<Done> read(Path file, int atFrame) {
        return files.read(SoundFilePart.of(file), atFrame, Completion.NONE)
                .whenCompleteAsync((read, failure) -> delete(file), disk);
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException left) {
            LOG.warn("{} could not be deleted: {}", file, left.toString());
        }
    }
}
