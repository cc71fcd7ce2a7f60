package org.scaena.server.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import org.scaena.buffer.BufferInfo;
import org.scaena.buffer.BufferSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps copies of the samples in buffers with keys, so that a new server can have them, too. */
final class SampleCopies {

    private static final Logger LOG = LoggerFactory.getLogger(SampleCopies.class);

    private final Path directory;
    private final String server;
    private final Executor disk;

    /**
     * The copies of one server.
     *
     * @param disk reads and writes files
     */
    SampleCopies(Path directory, String server, Executor disk) {
        this.directory = directory;
        this.server = server;
        this.disk = disk;
    }

    Path of(int buffer) {
        return directory.resolve("%s-%d.wav".formatted(server.replaceAll("\\W", "_"), buffer));
    }

    /** Writes a copy soon, if there are samples to copy. */
    void keep(BufferInfo buffer, BufferSource source) {
        if (source instanceof BufferSource.Loaded samples) {
            float rate = (float) buffer.sampleRate();
            disk.execute(() -> write(of(buffer.number()), samples, rate));
        }
    }

    private static void write(Path copy, BufferSource.Loaded samples, float rate) {
        try {
            Files.createDirectories(copy.toAbsolutePath().getParent());
            WaveFile.write(copy, samples.samples(), samples.numChannels(), rate);
        } catch (IOException | RuntimeException notWritten) {
            LOG.warn(
                    "a server that replaces this one will have no samples in the buffer of {}: {}",
                    copy.getFileName(),
                    notWritten.toString());
        }
    }

    /** Deletes a copy soon, if there is one. */
    void drop(int buffer) {
        disk.execute(
                () -> {
                    try {
                        Files.deleteIfExists(of(buffer));
                    } catch (IOException left) {
                        LOG.warn("{} could not be deleted: {}", of(buffer), left.toString());
                    }
                });
    }
}
