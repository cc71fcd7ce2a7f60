package org.scaena.bench.peers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.DatagramChannel;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * No library at all: a plain channel for each thread, which sends and reads its answers itself.
 *
 * <p>Nothing is dispatched, checked or kept: less than this cannot be had in Java.
 */
final class Floor implements Contender {

    private static final int NODE = 900;
    private static final int BUFFER_BYTES = 1 << 20;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final InetSocketAddress server;
    private final List<Line> lines = new CopyOnWriteArrayList<>();
    private final ThreadLocal<Line> own = ThreadLocal.withInitial(this::open);
    private final ScheduledExecutorService watch =
            Executors.newSingleThreadScheduledExecutor(
                    body -> {
                        Thread thread = new Thread(body, "scaena-bench-floor");
                        thread.setDaemon(true);
                        return thread;
                    });
    private int nextNode = 2_000_000;

    Floor(InetSocketAddress server) {
        this.server = server;
        watch.scheduleWithFixedDelay(
                () -> lines.forEach(Line::closeIfLate), 1, 1, TimeUnit.SECONDS);
    }

    /** What one thread has. */
    private static final class Line {
        final DatagramChannel channel;
        volatile long waitingSinceNs;
        final ByteBuffer out = ByteBuffer.allocateDirect(512);
        final ByteBuffer in = ByteBuffer.allocateDirect(65_536);
        int lastSync;

        Line(DatagramChannel channel) {
            this.channel = channel;
        }

        void send() throws IOException {
            channel.write(out.flip());
        }

        void logIn() throws IOException {
            Packets.begin(out, "/notify", ",i").putInt(1);
            send();
        }

        void read() throws IOException, TimeoutException {
            waitingSinceNs = System.nanoTime();
            try {
                channel.read(in.clear());
            } catch (AsynchronousCloseException late) {
                throw new TimeoutException("no answer within " + PATIENCE);
            }
            waitingSinceNs = 0;
            in.flip();
        }

        /** Called now and then by another thread: a plain channel would wait for ever. */
        void closeIfLate() {
            long since = waitingSinceNs;
            if (since != 0 && System.nanoTime() - since > PATIENCE.toNanos()) {
                try {
                    channel.close();
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                }
            }
        }

        void sendSync() throws IOException {
            Packets.begin(out, "/sync", ",i").putInt(++lastSync);
            send();
        }

        int readUntil(String address) throws IOException, TimeoutException {
            do {
                read();
            } while (!Packets.is(in, address));
            return Packets.arguments(in);
        }
    }

    @Override
    public String name() {
        return "floor";
    }

    @Override
    public void sync() throws IOException, TimeoutException {
        Line mine = line();
        mine.sendSync();
        mine.readUntil("/synced");
    }

    @Override
    public void syncs(int count) throws IOException, TimeoutException {
        Line mine = line();
        for (int i = 0; i < count; i++) {
            mine.sendSync();
        }
        for (int i = 0; i < count; i++) {
            mine.readUntil("/synced");
        }
    }

    @Override
    public void begin() throws IOException, TimeoutException {
        Line mine = line();
        mine.logIn();
        make(NODE);
        sync();
    }

    @Override
    public void set(float value) throws IOException {
        Line mine = line();
        Packets.begin(mine.out, "/n_set", ",isf").putInt(NODE);
        Packets.string(mine.out, "freq").putFloat(value);
        mine.send();
    }

    @Override
    public void setBus(int bus, float value) throws IOException {
        Line mine = line();
        Packets.begin(mine.out, "/c_set", ",if").putInt(bus).putFloat(value);
        mine.send();
    }

    @Override
    public float[] buses(int first, int count) throws IOException, TimeoutException {
        Line mine = line();
        Packets.begin(mine.out, "/c_getn", ",ii").putInt(first).putInt(count);
        mine.send();
        int at = mine.readUntil("/c_setn") + 8;
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = mine.in.getFloat(at + 4 * i);
        }
        return values;
    }

    @Override
    public void play(int count, Tally tally) throws IOException, TimeoutException {
        Line mine = line();
        for (int i = 0; i < count; i++) {
            int id = nextNode++;
            make(id);
            free(id);
        }
        mine.sendSync();
        for (mine.read(); !Packets.is(mine.in, "/synced"); mine.read()) {
            if (Packets.is(mine.in, "/n_go")) {
                tally.went(mine.in.getInt(Packets.arguments(mine.in)));
            } else if (Packets.is(mine.in, "/n_end")) {
                tally.ended(mine.in.getInt(Packets.arguments(mine.in)));
            }
        }
    }

    @Override
    public void close() throws IOException {
        Line mine = line();
        Packets.begin(mine.out, "/notify", ",i").putInt(0);
        mine.send();
        watch.shutdown();
        for (Line each : lines) {
            each.channel.close();
        }
    }

    private void make(int id) throws IOException {
        Line mine = line();
        Packets.begin(mine.out, "/s_new", ",siii");
        Packets.string(mine.out, DEFINITION).putInt(id).putInt(0).putInt(0);
        mine.send();
    }

    private void free(int id) throws IOException {
        Line mine = line();
        Packets.begin(mine.out, "/n_free", ",i").putInt(id);
        mine.send();
    }

    /** This thread's; a new one, logged in anew, if it had to be closed. */
    private Line line() throws IOException {
        if (!own.get().channel.isOpen()) {
            own.remove();
            own.get().logIn();
        }
        return own.get();
    }

    private Line open() {
        try {
            DatagramChannel channel = DatagramChannel.open().connect(server);
            channel.setOption(StandardSocketOptions.SO_RCVBUF, BUFFER_BYTES);
            Line line = new Line(channel);
            lines.add(line);
            return line;
        } catch (IOException failed) {
            throw new IllegalStateException("no channel to " + server, failed);
        }
    }
}
