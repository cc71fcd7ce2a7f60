package org.scaena.jmh;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.scaena.allocator.internal.Allocators;
import org.scaena.allocator.internal.PartitionedNodeIds;
import org.scaena.command.Command;
import org.scaena.command.CommandSender;
import org.scaena.command.Reply;
import org.scaena.id.IdLayout;
import org.scaena.id.IdRange;
import org.scaena.id.Ids;
import org.scaena.id.NodeIdStrategy;
import org.scaena.node.NodeTree;
import org.scaena.nodetree.internal.NodeTrees;
import org.scaena.osc.OscMessage;
import org.scaena.osc.OscPacket;
import org.scaena.synthdef.RegisteredSynthDef;
import org.scaena.synthdef.SynthDef;
import org.scaena.synthdef.SynthDefFile;
import org.scaena.synthdef.internal.Registry;
import org.scaena.synthdef.internal.ScsyndefFormat;

/** Single calls of the allocator, the tree and the registry, with much in them already. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 200, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 7, time = 200, timeUnit = TimeUnit.MILLISECONDS)
public class ServiceCosts {

    private static final String OWNER = "org.scaena.jmh";
    private static final int LIVING = 1_000;
    private static final int NONE = -1;
    private static final OscMessage EMPTY = OscMessage.of("/g_queryTree.reply", 1, 0, 0);

    private final Ids ids =
            new Allocators(new PartitionedNodeIds())
                    .open(new IdLayout(0, 1, 2, 2, 1024, 4096, 1024, NodeIdStrategy.PARTITIONED));
    private final NodeTree tree = new NodeTrees().open("jmh", new Nobody());
    private final Registry registry = new Registry(new ScsyndefFormat());
    private final OscMessage go = OscMessage.of("/n_go", 500_000, 0, NONE, 100_000 + LIVING - 1, 0);
    private final OscMessage end =
            OscMessage.of("/n_end", 500_000, 0, NONE, 100_000 + LIVING - 1, 0);

    /** Answers what the tree asks for when it is opened, and nothing else. */
    private static final class Nobody implements CommandSender {

        @Override
        public void send(OscPacket packet) {
            // nobody is there
        }

        @Override
        public <R> Reply<R> request(Command<R> command) {
            return command.name().equals("/g_queryTree")
                    ? Reply.of(command.decoder().apply(EMPTY))
                    : new Reply<>(command.name());
        }
    }

    /** A thousand of each. */
    @Setup
    public void fill() throws IOException {
        tree.refresh().await();
        for (int i = 0; i < LIVING; i++) {
            ids.nodes().allocate(OWNER);
            ids.controlBuses().allocate(1, OWNER);
            int next = i == 0 ? NONE : 100_000 + i - 1;
            tree.notified(OscMessage.of("/n_go", 100_000 + i, 0, NONE, next, 0));
        }
        ScsyndefFormat format = new ScsyndefFormat();
        try (InputStream file = Registry.class.getResourceAsStream("/synthdefs/s2.scsyndef")) {
            SynthDef tone = format.read(file.readAllBytes(), "s2").definitions().get(0);
            List<SynthDef> many = new ArrayList<>();
            for (int i = 0; i < LIVING; i++) {
                many.add(
                        new SynthDef(
                                "tone" + i,
                                tone.constants(),
                                tone.parameters(),
                                tone.ugens(),
                                tone.variants()));
            }
            registry.register(format.write(new SynthDefFile(2, many)), OWNER, "jmh");
        }
    }

    @TearDown
    public void close() {
        tree.close();
    }

    @Benchmark
    public int nodeId() {
        int id = ids.nodes().allocate(OWNER);
        ids.nodes().free(id);
        return id;
    }

    @Benchmark
    public IdRange fourBuses() {
        IdRange buses = ids.controlBuses().allocate(4, OWNER);
        ids.controlBuses().free(buses);
        return buses;
    }

    @Benchmark
    public NodeTree nodeGoesAndEnds() {
        tree.notified(go);
        tree.notified(end);
        return tree;
    }

    @Benchmark
    public NodeTree controlIsSet() {
        tree.controlSet(100_500, "freq", 440f);
        return tree;
    }

    @Benchmark
    public Optional<RegisteredSynthDef> definitionIsFound() {
        return registry.find("tone500");
    }
}
