package org.scaena.bench.attach;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import org.scaena.bench.Benchmark;
import org.scaena.bench.EmbeddedHost;
import org.scaena.bench.Promise;
import org.scaena.bench.Report;
import org.scaena.bench.Rounds;
import org.scaena.bench.Samples;
import org.scaena.bench.TestAudio;
import org.scaena.bench.TestScsynth;
import org.scaena.command.Done;
import org.scaena.osc.OscEndpoint;
import org.scaena.server.Server;

/** From {@code remote} to a usable client, on a server that runs, beside one {@code /sync}. */
public final class AttachBenchmark implements Benchmark {

    private static final Rounds FIRST = new Rounds(0, 10);
    private static final Rounds ROUNDS = new Rounds(100, 50);
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final double PERIOD_MS = 1000.0 * TestAudio.PERIOD / TestAudio.SAMPLE_RATE;
    private static final double PROMISED_MS = 2 * PERIOD_MS + 10;

    @Override
    public String name() {
        return "attach";
    }

    @Override
    public String summary() {
        return "joining a server that runs";
    }

    @Override
    public void run(Report report) throws Exception {
        try (EmbeddedHost host = EmbeddedHost.start(Map.of());
                TestAudio audio = TestAudio.start();
                TestScsynth scsynth = TestScsynth.start(audio)) {
            Server server = host.client().server();
            server.quit().await(LIMIT);
            OscEndpoint there = endpoint(scsynth.address());
            Samples first = FIRST.of(() -> attach(server, there));
            Samples attach = ROUNDS.of(() -> attach(server, there));
            server.remote(there).await(LIMIT);
            Samples sync = ROUNDS.of(() -> milliseconds(() -> server.sync().await()));
            server.disconnect().await(LIMIT);
            report.section("periods of 64 frames at 48 kHz, %.2f ms".formatted(PERIOD_MS));
            report.line("remote() until usable", attach, "ms")
                    .over(report.line("one /sync, the floor", sync, "ms"))
                    .promise(Promise.atMost(PROMISED_MS))
                    .because(
                            "the login and the proof of the definitions are two rounds of two"
                                + " periods each, one after the other; the rest is threads that are"
                                + " started and woken");
            report.line("the first ten of a host", first, "ms");
            report.note(
                    "Usable means: logged in, definitions there and proved, default groups made,"
                            + " tree read, Client published.");
        }
    }

    private static double attach(Server server, OscEndpoint there) {
        double took = milliseconds(() -> server.remote(there).await(LIMIT));
        Done left = server.disconnect().await(LIMIT);
        return left == Done.DONE ? took : Double.NaN;
    }

    private static double milliseconds(Runnable task) {
        long begin = System.nanoTime();
        task.run();
        return (System.nanoTime() - begin) / 1e6;
    }

    private static OscEndpoint endpoint(InetSocketAddress address) {
        return new OscEndpoint(OscEndpoint.Protocol.UDP, OscEndpoint.LOOPBACK, address.getPort());
    }
}
