package org.scaena.bench.osc;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.scaena.bench.Line;
import org.scaena.bench.Measure;
import org.scaena.bench.Promise;
import org.scaena.bench.Report;
import org.scaena.bench.Rounds;
import org.scaena.bench.Samples;
import org.scaena.osc.OscLink;
import org.scaena.osc.OscMessage;

/**
 * A message to an echo and back.
 *
 * <p>A link has a thread that reads. So there are two floors: a bare socket whose one thread does
 * all, and one whose reading thread wakes the sender.
 */
final class RoundTrips {

    private static final Rounds ROUNDS = new Rounds(2, 9);
    private static final int TRIPS = 5_000;
    private static final OscMessage MESSAGE =
            OscMessage.of("/n_set", 1000, "freq", 440f, "amp", 1f);

    void run(Report report) throws Exception {
        try (EchoPeer echo = new EchoPeer();
                DatagramChannel bare = connected(echo.address());
                BareReader reader = new BareReader(connected(echo.address()));
                LinkTrips link = new LinkTrips(echo)) {
            Map<String, Measure> contenders = new LinkedHashMap<>();
            contenders.put("floor", median(() -> bareTrip(bare)));
            contenders.put("link", median(link::untilReceived));
            contenders.put("woken", median(reader::trip));
            contenders.put("link woken", median(link::untilSenderKnows));
            Map<String, Samples> samples = ROUNDS.inTurn(contenders);
            report.section("round trip to a local echo, 40 bytes, median of 5,000");
            Line floor = report.line("bare DatagramChannel", samples.get("floor"), "µs");
            report.line("link, until it is received", samples.get("link"), "µs")
                    .over(floor)
                    .promise(Promise.ratioAtMost(1.5));
            Line woken = report.line("bare, reader wakes the sender", samples.get("woken"), "µs");
            report.line("link, reader wakes the sender", samples.get("link woken"), "µs")
                    .over(woken)
                    .promise(Promise.ratioAtMost(1.5));
        }
    }

    /** One trip, in ns. */
    private interface Trip {
        long nanos() throws Exception;
    }

    private static Measure median(Trip trip) {
        return () -> {
            double[] micros = new double[TRIPS];
            for (int i = 0; i < TRIPS; i++) {
                micros[i] = trip.nanos() / 1e3;
            }
            return Samples.of(micros).median();
        };
    }

    private static DatagramChannel connected(InetSocketAddress peer) throws IOException {
        return DatagramChannel.open()
                .bind(new InetSocketAddress(peer.getAddress(), 0))
                .connect(peer);
    }

    private static ByteBuffer encoded() {
        ByteBuffer bytes = ByteBuffer.allocateDirect(Links.CODEC.size(MESSAGE));
        Links.CODEC.encode(MESSAGE, bytes);
        return bytes.flip();
    }

    private static final ByteBuffer OUT = encoded();
    private static final ByteBuffer IN = ByteBuffer.allocateDirect(1 << 16);

    private static long bareTrip(DatagramChannel channel) throws IOException {
        long start = System.nanoTime();
        channel.write(OUT.rewind());
        channel.read(IN.clear());
        return System.nanoTime() - start;
    }

    /** A bare socket with a thread that reads. */
    private static final class BareReader implements AutoCloseable {

        private final DatagramChannel channel;
        private final Semaphore arrived = new Semaphore(0);

        BareReader(DatagramChannel channel) {
            this.channel = channel;
            Thread thread = new Thread(this::read, "scaena-bench-bare");
            thread.setDaemon(true);
            thread.start();
        }

        private void read() {
            ByteBuffer in = ByteBuffer.allocateDirect(1 << 16);
            try {
                while (channel.isOpen()) {
                    channel.read(in.clear());
                    arrived.release();
                }
            } catch (IOException closed) {
                // that is how it ends
            }
        }

        long trip() throws Exception {
            long start = System.nanoTime();
            channel.write(OUT.rewind());
            arrived.acquire();
            return System.nanoTime() - start;
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }

    /** A link of ours. */
    private static final class LinkTrips implements AutoCloseable {

        private final Semaphore arrived = new Semaphore(0);
        private final OscLink link;
        private volatile long arrival;

        LinkTrips(EchoPeer echo) throws IOException {
            link =
                    Links.to(
                            echo.address(),
                            packet -> {
                                arrival = System.nanoTime();
                                arrived.release();
                            });
        }

        long untilReceived() throws Exception {
            long start = System.nanoTime();
            link.send(MESSAGE);
            arrived.acquire();
            return arrival - start;
        }

        long untilSenderKnows() throws Exception {
            long start = System.nanoTime();
            link.send(MESSAGE);
            arrived.acquire();
            return System.nanoTime() - start;
        }

        @Override
        public void close() {
            link.close();
        }
    }
}
