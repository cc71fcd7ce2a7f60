package org.scaena.bench.osc;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.List;
import java.util.TreeMap;
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
    private static final int AT_ONCE = 100;
    private static final int LONGEST_DATAGRAM = 65_507;
    private static final long SEED = 20_261_125;
    private static final double MEBIBYTE = 1 << 20;

    private final com.sun.management.ThreadMXBean threads =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    private long mostAllocated;
    private long otherThrows;
    private long sent;

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
        for (int i = 0; i < DATAGRAMS; i++) {
            ByteBuffer bytes =
                    ByteBuffer.wrap(random.mutated(captures.get(i % captures.size()).bytes()));
            decode(bytes);
            if (bytes.remaining() <= LONGEST_DATAGRAM) {
                peer.write(bytes);
                sent++;
            }
            while (sent % AT_ONCE == 0 && link.statistics().packetsReceived() < sent) {
                LockSupport.parkNanos(20_000);
            }
        }
        while (link.statistics().packetsReceived() < sent) {
            LockSupport.parkNanos(20_000);
        }
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
