package org.scaena.bench.peers;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A plain channel whose answers are read by a thread of their own, as every client needs that also
 * hears what it did not ask for. For one sender at a time.
 */
final class ReaderFloor implements Caller {

    private static final int PATIENCE_S = 5;

    private final DatagramChannel channel;
    private final ByteBuffer out = ByteBuffer.allocateDirect(64);
    private final Semaphore answers = new Semaphore(0);
    private int last;

    ReaderFloor(InetSocketAddress server) throws IOException {
        channel = DatagramChannel.open().connect(server);
        Thread reader = new Thread(this::read, "scaena-bench-reader");
        reader.setDaemon(true);
        reader.start();
    }

    private void read() {
        ByteBuffer in = ByteBuffer.allocateDirect(65_536);
        try {
            while (channel.isOpen()) {
                channel.read(in.clear());
                if (Packets.is(in.flip(), "/synced")) {
                    answers.release();
                }
            }
        } catch (IOException closed) {
            // that is how it ends
        }
    }

    @Override
    public String name() {
        return "floor, reading thread";
    }

    @Override
    public void sync() throws Exception {
        syncs(1);
    }

    @Override
    public void syncs(int count) throws Exception {
        for (int i = 0; i < count; i++) {
            Packets.begin(out, "/sync", ",i").putInt(++last);
            channel.write(out.flip());
        }
        if (!answers.tryAcquire(count, PATIENCE_S, TimeUnit.SECONDS)) {
            throw new TimeoutException("no answer within %d s".formatted(PATIENCE_S));
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
