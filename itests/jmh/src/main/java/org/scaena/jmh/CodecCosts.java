package org.scaena.jmh;

import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.scaena.javaosc.internal.JavaOscCodec;
import org.scaena.osc.OscCodec;
import org.scaena.osc.OscMessage;
import org.scaena.osc.OscPacket;
import org.scaena.osc.internal.ScaenaCodec;

/** Writing and reading one {@code /n_set} of two controls, 40 bytes. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 7, time = 200, timeUnit = TimeUnit.MILLISECONDS)
public class CodecCosts {

    private final OscCodec ours = new ScaenaCodec();
    private final OscCodec javaOsc = new JavaOscCodec();
    private final ByteBuffer target = ByteBuffer.allocateDirect(1_024);
    private final ByteBuffer source = ByteBuffer.allocate(1_024);
    private OscMessage message = OscMessage.of("/n_set", 1000, "freq", 440f, "amp", 1f);
    private String address = "/n_set";
    private String tags = ",isfsf";
    private String one = "freq";
    private String two = "amp";
    private int node = 1000;
    private float first = 440f;
    private float second = 1f;

    /** The bytes to read. */
    @Setup
    public void write() {
        ours.encode(message, source);
        source.flip();
    }

    /** The floor: the same bytes without a codec. */
    @Benchmark
    public ByteBuffer writeBare() {
        return BareWriter.set(target.clear(), address, tags, node, one, first, two, second);
    }

    @Benchmark
    public ByteBuffer writeScaena() {
        ours.encode(message, target.clear());
        return target;
    }

    @Benchmark
    public ByteBuffer writeJavaOsc() {
        javaOsc.encode(message, target.clear());
        return target;
    }

    @Benchmark
    public OscPacket readScaena() {
        return ours.decode(source);
    }

    @Benchmark
    public OscPacket readJavaOsc() {
        return javaOsc.decode(source);
    }
}
