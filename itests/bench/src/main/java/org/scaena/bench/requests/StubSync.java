package org.scaena.bench.requests;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.LinkedHashMap;
import java.util.Map;
import org.scaena.bench.Line;
import org.scaena.bench.Measure;
import org.scaena.bench.Promise;
import org.scaena.bench.Report;
import org.scaena.bench.Rounds;
import org.scaena.bench.Samples;
import org.scaena.server.Client;

/** {@code sync()} where the answer comes at once: what is left is our own cost. */
final class StubSync {

    private static final Rounds ROUNDS = new Rounds(20_000, 20_000);

    private final Client client;
    private final Shortcut shortcut;

    StubSync(Client client, Shortcut shortcut) {
        this.client = client;
        this.shortcut = shortcut;
    }

    void run(Report report) throws Exception {
        Map<String, Measure> ways = new LinkedHashMap<>();
        try (DatagramChannel channel = DatagramChannel.open()) {
            channel.connect(new InetSocketAddress("127.0.0.1", shortcut.port()));
            ByteBuffer packet = ByteBuffer.allocateDirect(64);
            shortcut.answersSyncs(true);
            ways.put("floor", Measure.microseconds(() -> roundTrip(channel, packet)));
            ways.put("sync", Measure.microseconds(() -> client.sync().await()));
            Map<String, Samples> times = ROUNDS.inTurn(ways);
            shortcut.answersSyncs(false);
            report.section("sync() against a stub that answers at once");
            Line floor = report.line("bare DatagramChannel", times.get("floor"), "µs");
            report.line("sync()", times.get("sync"), "µs")
                    .over(floor)
                    .promise(Promise.atMost(40))
                    .because(
                            "a reply is read by a thread of its own, which the system has to wake;"
                                    + " see the floor of the same minute");
        }
    }

    private static void roundTrip(DatagramChannel channel, ByteBuffer packet) throws IOException {
        channel.write(Shortcut.sync(packet, 1));
        packet.clear();
        channel.read(packet);
    }
}
