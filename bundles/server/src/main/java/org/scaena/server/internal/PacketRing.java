package org.scaena.server.internal;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of the last packets, each with the time at which it left: no older than a window, and
 * no more than a number of bytes.
 *
 * <p>Recording copies bytes into a chunk that is there already; a new one is needed every few
 * thousand packets, and is the oldest one once there are enough. So it costs a sender less than a
 * microsecond, and the garbage collector next to nothing.
 */
final class PacketRing {

    private static final int CHUNK_BYTES = 256 << 10;
    private static final int HEAD_BYTES = Long.BYTES + Integer.BYTES;

    /**
     * A packet.
     *
     * @param nanoTime when it left, as {@link System#nanoTime} counts
     * @param bytes as on the wire
     */
    record Sent(long nanoTime, byte[] bytes) {}

    private static final class Chunk {
        final ByteBuffer data;
        long lastNanoTime;

        Chunk(int bytes) {
            data = ByteBuffer.allocate(bytes);
        }
    }

    private final long windowNanos;
    private final long maxBytes;
    private final Deque<Chunk> chunks = new ArrayDeque<>();
    private long chunkBytes;
    private long recordedBytes;
    private boolean lost;
    private long lostUntil;

    /** An empty ring; half of a chunk more may be kept for a moment. */
    PacketRing(Duration window, long maxBytes) {
        this.windowNanos = window.toNanos();
        this.maxBytes = maxBytes;
    }

    /** Keeps a packet that lies in a buffer, wherever that stands. */
    synchronized void record(long nanoTime, ByteBuffer buffer, int offset, int bytes) {
        recordedBytes += bytes;
        int needed = HEAD_BYTES + bytes;
        Chunk chunk = chunks.peekLast();
        if (chunk == null || chunk.data.remaining() < needed) {
            chunk = next(nanoTime, needed);
        }
        ByteBuffer data = chunk.data;
        data.putLong(nanoTime).putInt(bytes).put(data.position(), buffer, offset, bytes);
        data.position(data.position() + bytes);
        chunk.lastNanoTime = nanoTime;
    }

    private Chunk next(long nanoTime, int needed) {
        int bytes = Math.max(CHUNK_BYTES, needed);
        @Nullable Chunk free = null;
        for (Chunk oldest = chunks.peek();
                oldest != null && (isOld(oldest, nanoTime) || chunkBytes + bytes > maxBytes);
                oldest = chunks.peek()) {
            free = chunks.remove();
            chunkBytes -= free.data.capacity();
            lost = true;
            lostUntil = free.lastNanoTime;
        }
        Chunk next = free != null && free.data.capacity() >= bytes ? free : new Chunk(bytes);
        next.data.clear();
        chunks.add(next);
        chunkBytes += next.data.capacity();
        return next;
    }

    private boolean isOld(Chunk chunk, long now) {
        return now - chunk.lastNanoTime > windowNanos;
    }

    /** How many bytes of packets were recorded so far, kept or not. */
    synchronized long recordedBytes() {
        return recordedBytes;
    }

    /** Whether all is kept that left at this time or later. */
    synchronized boolean isCompleteSince(long nanoTime) {
        return !lost || nanoTime - lostUntil > 0;
    }

    /** The packets that left at this time or later, oldest first. */
    synchronized List<Sent> since(long nanoTime) {
        List<Sent> packets = new ArrayList<>();
        for (Chunk chunk : chunks) {
            ByteBuffer data = chunk.data.duplicate().flip();
            while (data.hasRemaining()) {
                long left = data.getLong();
                byte[] bytes = new byte[data.getInt()];
                data.get(bytes);
                if (left - nanoTime >= 0) {
                    packets.add(new Sent(left, bytes));
                }
            }
        }
        return packets;
    }
}
