package org.scaena.bench.buffers;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.scaena.bench.Benchmark;
import org.scaena.bench.EmbeddedHost;
import org.scaena.bench.Line;
import org.scaena.bench.Measure;
import org.scaena.bench.Promise;
import org.scaena.bench.Report;
import org.scaena.bench.Rounds;
import org.scaena.bench.Samples;
import org.scaena.buffer.Buffer;
import org.scaena.buffer.BufferSource;
import org.scaena.osc.OscEndpoint;
import org.scaena.server.Client;

/** Samples into buffers and back, beside a socket that does no more than it must. */
public final class BuffersBenchmark implements Benchmark {

    private static final int FRAMES = 1_000_000;
    private static final int SOME = 100;
    private static final Rounds ROUNDS = new Rounds(2, 5);
    private static final Duration LIMIT = Duration.ofMinutes(1);

    @Override
    public String name() {
        return "buffers";
    }

    @Override
    public String summary() {
        return "samples into buffers and back; many buffers ready";
    }

    @Override
    public void run(Report report) throws Exception {
        try (EmbeddedHost host = EmbeddedHost.start(Map.of("numBuffers", 2048))) {
            Client client = host.client();
            float[] noise = noise();
            Buffer buffer = client.buffer(BufferSource.alloc(FRAMES)).ready().await();
            try (Floor floor = new Floor(endpoint(client), buffer.number())) {
                into(report, buffer, floor, noise);
                back(report, buffer, floor, noise);
            }
            ready(report, client);
        }
    }

    private static OscEndpoint endpoint(Client client) {
        return client.server().endpoint();
    }

    private static float[] noise() {
        Random random = new Random(1);
        float[] noise = new float[FRAMES];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = random.nextFloat() * 2 - 1;
        }
        return noise;
    }

    private static void into(Report report, Buffer buffer, Floor floor, float[] noise)
            throws Exception {
        report.progress("a million frames into a buffer");
        Map<String, Measure> ways = new LinkedHashMap<>();
        ways.put("floor", () -> milliseconds(() -> floor.set(noise)));
        ways.put("setn", () -> milliseconds(() -> buffer.setn(0, noise).await(LIMIT)));
        ways.put("load", () -> milliseconds(() -> buffer.load(noise).await(LIMIT)));
        Map<String, Samples> times = ROUNDS.inTurn(ways);
        report.section("1,000,000 frames into a buffer");
        Line bare = report.line("bare socket, slices", times.get("floor"), "ms");
        report.line("setn: in slices, each one known to be set", times.get("setn"), "ms")
                .over(bare)
                .promise(Promise.ratioAtMost(1.5))
                .because(
                        "here each sample is a value of a message, which is checked, measured and"
                                + " kept in the trace, and one of each slice is read back; the bare"
                                + " socket does none of that");
        report.line("load: through a file", times.get("load"), "ms").over(bare);
    }

    private static void back(Report report, Buffer buffer, Floor floor, float[] noise)
            throws Exception {
        report.progress("a million frames out of a buffer");
        int[] wrong = {0};
        Map<String, Measure> ways = new LinkedHashMap<>();
        ways.put("floor", () -> milliseconds(() -> floor.get(FRAMES)));
        ways.put(
                "toArray",
                () ->
                        milliseconds(
                                () -> {
                                    float[] all = buffer.toArray().await(LIMIT);
                                    wrong[0] += Arrays.equals(all, noise) ? 0 : 1;
                                }));
        Map<String, Samples> times = ROUNDS.inTurn(ways);
        report.section("1,000,000 frames out of a buffer");
        Line bare = report.line("bare socket, slices", times.get("floor"), "ms");
        report.line("toArray", times.get("toArray"), "ms")
                .over(bare)
                .promise(Promise.ratioAtMost(1.5))
                .because(
                        "each slice is handed from the thread that reads to the one that asks for"
                                + " the next: on two busy cores that waits for an audio period");
        report.line("arrays that are not equal to what was loaded", wrong[0], "arrays")
                .promise(Promise.atMost(0));
    }

    private static void ready(Report report, Client client) throws Exception {
        report.progress("many buffers");
        Samples times =
                ROUNDS.of(
                        () -> {
                            double took = milliseconds(() -> take(client));
                            return took;
                        });
        report.section("100 buffers of 1,000 frames, loaded, until all are ready");
        report.line("buffer(load(…)).ready()", times, "ms").promise(Promise.atMost(1000));
    }

    private static void take(Client client) {
        float[] samples = new float[1_000];
        Arrays.fill(samples, 0.5f);
        List<Buffer> buffers =
                IntStream.range(0, SOME)
                        .mapToObj(i -> client.buffer(BufferSource.load(samples)))
                        .toList();
        buffers.forEach(buffer -> buffer.ready().await(LIMIT));
        buffers.forEach(Buffer::free);
    }

    private interface Work {
        void run() throws Exception;
    }

    private static double milliseconds(Work work) throws Exception {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e6;
    }
}
