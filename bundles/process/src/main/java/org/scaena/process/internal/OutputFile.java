package org.scaena.process.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file that a process appends its output to, as its reader sees it. For one thread.
 *
 * <p>The process has the file open for appending, so it can be emptied under its hands: that is how
 * it is rotated.
 */
final class OutputFile implements AutoCloseable {

    /** Bytes after which what was read moves to {@code FILE.1}, and as much of it is kept. */
    static final long ROTATE_AT = 8L << 20;

    /** Bytes that may wait; of more only the end is read. */
    static final long MAX_BACKLOG = 32L << 20;

    /** Bytes after which the file is emptied even if it is written to without a pause. */
    private static final long FULL_AT = 128L << 20;

    /** How often it is noted at most how far it was read. */
    private static final long MARK_NANOS = TimeUnit.SECONDS.toNanos(1);

    private static final long KEPT_OF_BACKLOG = 64L << 10;
    private static final Logger LOG = LoggerFactory.getLogger(OutputFile.class);

    private final Path path;
    private final FileChannel channel;
    private long position;
    private final ReadMark mark;
    private long skipped;
    private long marked = -1;
    private long markedNanos = System.nanoTime();

    /**
     * Opens or makes the file; reading begins at what is added from now on.
     *
     * @param mark where it is noted how far it was read
     */
    OutputFile(Path path, ReadMark mark) throws IOException {
        this.path = path;
        this.mark = mark;
        Path directory = path.toAbsolutePath().getParent();
        if (directory != null) {
            Files.createDirectories(directory);
        }
        this.channel =
                FileChannel.open(
                        path,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.CREATE);
        this.position = channel.size();
    }

    /** Goes back to where an earlier reader was, if that is known. */
    void resume() throws IOException {
        position = Math.min(mark.read().orElse(position), channel.size());
    }

    /** Reads what was in the file before, as much of its end as the buffer holds. */
    void readEarlier(ByteBuffer buffer) throws IOException {
        long from = Math.max(0, position - buffer.remaining());
        buffer.limit((int) (buffer.position() + position - from));
        while (buffer.hasRemaining() && channel.read(buffer, position - buffer.remaining()) > 0) {
            // until the place where reading begins
        }
    }

    /**
     * Reads on.
     *
     * @return how many bytes; 0 if there is nothing
     */
    int read(ByteBuffer buffer) throws IOException {
        long size = channel.size();
        if (size < position) {
            position = 0;
        } else if (size - position > MAX_BACKLOG) {
            long next = size - KEPT_OF_BACKLOG;
            skipped += next - position;
            position = next;
        }
        int count = channel.read(buffer, position);
        if (count > 0) {
            position += count;
        }
        if (position >= ROTATE_AT && (position >= channel.size() || position >= FULL_AT)) {
            rotate();
        }
        return Math.max(0, count);
    }

    /** Bytes that were not read because too many waited, since the last call. */
    long takeSkipped() {
        long taken = skipped;
        skipped = 0;
        return taken;
    }

    /**
     * Notes how far it was read, if that is long ago; to be called when there is nothing to read.
     *
     * @param pending bytes at the end that would have to be read again
     */
    void mark(int pending) {
        if (position != marked && System.nanoTime() - markedNanos > MARK_NANOS) {
            markNow(pending);
        }
    }

    /** Notes how far it was read. */
    void markNow(int pending) {
        mark.write(Math.max(0, position - pending));
        marked = position;
        markedNanos = System.nanoTime();
    }

    /** Nobody will read on. */
    void forget() {
        mark.delete();
    }

    /** Keeps the end of what was read, and begins anew unless something came meanwhile. */
    private void rotate() throws IOException {
        Path former = path.resolveSibling(path.getFileName() + ".1");
        long from = position - ROTATE_AT;
        try (FileChannel kept =
                FileChannel.open(
                        former,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING)) {
            channel.transferTo(from, ROTATE_AT, kept);
        } catch (IOException noSpace) {
            LOG.warn("{} could not be kept as {}: {}", path, former, noSpace.toString());
        }
        if (position >= channel.size() || position >= FULL_AT) {
            channel.truncate(0);
            position = 0;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
