package org.scaena.bench.synthdef;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
import org.scaena.catalogue.SynthDefCommands;
import org.scaena.osc.OscBlob;
import org.scaena.server.Client;
import org.scaena.synthdef.SynthDefRegistration;
import org.scaena.synthdef.internal.ScsyndefFormat;

/** Reading definition files, and bringing definitions to a server. */
public final class SynthDefBenchmark implements Benchmark {

    private static final int DEFINITIONS = 200;
    private static final int BUFFERS = 100;
    private static final int READS = 50;
    private static final Rounds ROUNDS = new Rounds(2, 5);
    private static final Duration LIMIT = Duration.ofMinutes(1);

    private int round;

    @Override
    public String name() {
        return "synthdef";
    }

    @Override
    public String summary() {
        return "definitions read; many of them ready on a server";
    }

    @Override
    public void run(Report report) throws Exception {
        read(report);
        try (EmbeddedHost host = EmbeddedHost.start(Map.of("maxSynthDefs", 8192))) {
            ready(report, host.client());
        }
    }

    private static void read(Report report) throws Exception {
        report.progress("reading");
        byte[] file = Tones.shipped("on-demand/scaena-volume");
        ScsyndefFormat format = new ScsyndefFormat();
        int[] units = {0};
        Map<String, Measure> ways = new LinkedHashMap<>();
        ways.put("walk", () -> microseconds(() -> units[0] += Walk.units(file)));
        ways.put(
                "read",
                () -> microseconds(() -> units[0] += format.read(file, "it").definitions().size()));
        Map<String, Samples> times = new Rounds(20, 20).inTurn(ways);
        report.section("a file of %,d bytes with 64 definitions".formatted(file.length));
        Line floor = report.line("walked over, nothing kept", times.get("walk"), "us");
        report.line("read and checked", times.get("read"), "us").over(floor);
    }

    private void ready(Report report, Client client) throws Exception {
        report.progress(DEFINITIONS + " definitions on a server");
        Tones tones = new Tones();
        Map<String, Measure> ways = new LinkedHashMap<>();
        ways.put("bare", () -> bare(client, tones));
        ways.put("proved", () -> proved(client, tones, 0));
        ways.put("both", () -> proved(client, tones, BUFFERS));
        Map<String, Samples> times = ROUNDS.inTurn(ways);
        report.section(DEFINITIONS + " definitions until a server has them");
        Line floor = report.line("/d_recv and one /sync, believed", times.get("bare"), "ms");
        report.line("sendSynthDef, proved", times.get("proved"), "ms").over(floor);
        report.line("the same and " + BUFFERS + " buffers, loaded", times.get("both"), "ms")
                .promise(Promise.atMost(1000));
    }

    private double bare(Client client, Tones tones) throws Exception {
        List<OscBlob> files = tones.apart("bare" + round++ + "-", DEFINITIONS);
        return milliseconds(
                () -> {
                    files.forEach(file -> client.send(SynthDefCommands.receive(file).message()));
                    client.sync().await(LIMIT);
                });
    }

    private double proved(Client client, Tones tones, int buffers) throws Exception {
        byte[] file = tones.together("proved" + round++ + "-", DEFINITIONS);
        float[] samples = new float[1_000];
        Arrays.fill(samples, 0.5f);
        double took =
                milliseconds(
                        () -> {
                            List<Buffer> loading =
                                    Stream.generate(() -> BufferSource.load(samples))
                                            .limit(buffers)
                                            .map(client::buffer)
                                            .toList();
                            SynthDefRegistration sent = client.sendSynthDef(file).await(LIMIT);
                            loading.forEach(buffer -> buffer.ready().await(LIMIT));
                            loading.forEach(Buffer::free);
                            sent.close();
                        });
        client.sync().await(LIMIT);
        return took;
    }

    private interface Work {
        void run() throws Exception;
    }

    private static double milliseconds(Work work) throws Exception {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e6;
    }

    private static double microseconds(Work work) throws Exception {
        long start = System.nanoTime();
        for (int i = 0; i < READS; i++) {
            work.run();
        }
        return (System.nanoTime() - start) / 1e3 / READS;
    }
}
