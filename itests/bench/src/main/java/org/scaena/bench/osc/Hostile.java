package org.scaena.bench.osc;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.scaena.bench.Promise;
import org.scaena.bench.Report;
import org.scaena.osc.OscFormatException;
import org.scaena.osc.OscLink;
import org.scaena.osc.OscLinkStatistics;
import org.scaena.osc.conformance.Capture;
import org.scaena.osc.conformance.RandomPackets;

/** A million captured packets with a few bytes changed, to the codec and to an open link. */
final class Hostile {

    private static final int DATAGRAMS = 1_000_000;

    /** Under way at once: a quarter of the receive buffer, as the kernel counts bookkeeping too. */
    private static final long BYTES_AT_ONCE = 1 << 20;

    /** What the kernel counts for a small datagram besides its bytes. */
    private static final int DATAGRAM_OVERHEAD = 768;

    private static final long PATIENCE_NS = TimeUnit.SECONDS.toNanos(1);
    private static final int LONGEST_DATAGRAM = 65_507;
    private static final long SEED = 20_261_125;
    private static final double MEBIBYTE = 1 << 20;

    private final com.sun.management.ThreadMXBean threads =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    private long mostAllocated;
    private long otherThrows;
    private long sent;
    private long lost;

    void run(Report report) throws Exception {
        try (DatagramChannel peer = DatagramChannel.open()) {
            peer.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            try (OscLink link =
                    Links.to((InetSocketAddress) peer.getLocalAddress(), packet -> {})) {
                send(peer.connect(link.local()), link);
                tell(report, link.statistics());
            }
        }
    }

    private void send(DatagramChannel peer, OscLink link) throws IOException {
        List<Capture> captures = Capture.all();
        RandomPackets random = new RandomPackets(SEED);
        long bytesUnderWay = 0;
        for (int i = 0; i < DATAGRAMS; i++) {
            ByteBuffer bytes =
                    ByteBuffer.wrap(random.mutated(captures.get(i % captures.size()).bytes()));
            decode(bytes);
            // a channel sends no empty datagram
            if (bytes.hasRemaining() && bytes.remaining() <= LONGEST_DATAGRAM) {
                bytesUnderWay += peer.write(bytes) + DATAGRAM_OVERHEAD;
                sent++;
            }
            if (bytesUnderWay > BYTES_AT_ONCE) {
                awaitReader(link);
                bytesUnderWay = 0;
            }
        }
        awaitReader(link);
    }

    /** What does not come at all is lost, and is not waited for again. */
    private void awaitReader(OscLink link) {
        long deadline = System.nanoTime() + PATIENCE_NS;
        long missing = sent - lost - link.statistics().packetsReceived();
        while (missing > 0 && System.nanoTime() < deadline) {
            LockSupport.parkNanos(20_000);
            missing = sent - lost - link.statistics().packetsReceived();
        }
        lost += missing;
    }

    private void decode(ByteBuffer bytes) {
        long before = threads.getCurrentThreadAllocatedBytes();
        try {
            Links.CODEC.decode(bytes);
        } catch (OscFormatException refusal) {
            // as it should be
        } catch (RuntimeException | Error other) {
            otherThrows++;
        }
        mostAllocated = Math.max(mostAllocated, threads.getCurrentThreadAllocatedBytes() - before);
    }

    private void tell(Report report, OscLinkStatistics statistics) {
        report.section("1,000,000 captured packets with a few bytes changed");
        report.line("sent to an open link", sent, "");
        report.line("not read by it", lost, "").promise(Promise.neverAbove(0));
        new TreeMap<>(statistics.refused())
                .forEach((reason, count) -> report.line("refused: " + reason, count, ""));
        long alive =
                Thread.getAllStackTraces().keySet().stream()
                        .filter(thread -> thread.getName().startsWith("scaena-osc-"))
                        .count();
        report.line("threads that died", 2 - alive, "").promise(Promise.neverAbove(0));
        report.line("exceptions of another kind", otherThrows, "").promise(Promise.neverAbove(0));
        report.line("most allocated for one", mostAllocated / MEBIBYTE, "MiB")
                .promise(Promise.neverAbove(1));
    }
}
