package org.scaena.bench.osc;

import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.scaena.bench.Line;
import org.scaena.bench.Measure;
import org.scaena.bench.Promise;
import org.scaena.bench.Report;
import org.scaena.bench.Rounds;
import org.scaena.bench.Samples;
import org.scaena.javaosc.internal.JavaOscCodec;
import org.scaena.osc.OscCodec;
import org.scaena.osc.OscMessage;

/** What it costs to write and read one message. */
final class CodecCosts {

    private static final Rounds ROUNDS = new Rounds(10, 25);
    private static final int TIMES = 100_000;
    private static final OscMessage SET = OscMessage.of("/n_set", 1000, "freq", 440f, "amp", 1f);

    private final OscCodec javaOsc = new JavaOscCodec();
    private final ByteBuffer target = ByteBuffer.allocateDirect(1_024);
    private final ByteBuffer source = ByteBuffer.allocate(1_024);

    // No constants, so that the compiler cannot write the bytes in advance.
    private String address = "/n_set";
    private String tags = ",isfsf";
    private String one = "freq";
    private String two = "amp";
    private int node = 1000;
    private float first = 440f;
    private float second = 1f;

    void run(Report report) throws Exception {
        Links.CODEC.encode(SET, source);
        source.flip();
        Map<String, Measure> contenders = new LinkedHashMap<>();
        contenders.put("bare", nanos(TIMES, this::writeBare));
        contenders.put("ours", nanos(TIMES, () -> write(Links.CODEC)));
        contenders.put("javaosc", nanos(TIMES / 50, () -> write(javaOsc)));
        contenders.put("read", nanos(TIMES, () -> Links.CODEC.decode(source)));
        contenders.put("javaosc read", nanos(TIMES / 50, () -> javaOsc.decode(source)));
        Map<String, Samples> samples = ROUNDS.inTurn(contenders);
        report.section("one /n_set of two controls, 40 bytes");
        Line floor = report.line("write: bare ByteBuffer", samples.get("bare"), "ns");
        report.line("write: Scaena's codec", samples.get("ours"), "ns")
                .over(floor)
                .promise(Promise.ratioAtMost(1.5));
        report.line("write: JavaOSC, guarded", samples.get("javaosc"), "ns").over(floor);
        Line read = report.line("read: Scaena's codec", samples.get("read"), "ns");
        report.line("read: JavaOSC, guarded", samples.get("javaosc read"), "ns").over(read);
        report.line("allocated for writing one", allocated(), "B").promise(Promise.neverAbove(0));
    }

    private void writeBare() {
        BareWriter.set(target.clear(), address, tags, node, one, first, two, second);
    }

    private void write(OscCodec codec) {
        codec.encode(SET, target.clear());
    }

    private static Measure nanos(int times, Runnable work) {
        return () -> {
            long start = System.nanoTime();
            for (int i = 0; i < times; i++) {
                work.run();
            }
            return (double) (System.nanoTime() - start) / times;
        };
    }

    private double allocated() {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < TIMES; i++) {
            Links.CODEC.size(SET);
            write(Links.CODEC);
        }
        return Math.floor((double) (threads.getCurrentThreadAllocatedBytes() - before) / TIMES);
    }
}
