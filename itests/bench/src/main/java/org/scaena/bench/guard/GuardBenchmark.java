package org.scaena.bench.guard;

import static org.scaena.node.Controls.set;

import java.time.Duration;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.ServiceRegistration;
import org.scaena.bench.Benchmark;
import org.scaena.bench.EmbeddedHost;
import org.scaena.bench.Promise;
import org.scaena.bench.Report;
import org.scaena.bench.Rounds;
import org.scaena.bench.Samples;
import org.scaena.node.Synth;
import org.scaena.server.Client;
import org.scaena.server.Server;
import org.scaena.server.ServerEvent;
import org.scaena.server.ServerListener;
import org.scaena.synthdef.SynthDef;
import org.scaena.synthdef.SynthDefFile;
import org.scaena.synthdef.UGen;
import org.scaena.synthdef.UGen.Input;
import org.scaena.synthdef.UGen.Rate;
import org.scaena.synthdef.internal.ScsyndefFormat;

/** NaN on an output channel: how soon it is known whose it is, and what the guard computes. */
public final class GuardBenchmark implements Benchmark {

    private static final Rounds ROUNDS = new Rounds(2, 15);
    private static final Rounds SECONDS = new Rounds(2, 8);
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final int CHANNELS = 64;
    private static final int DIVISION = 4;
    private static final double TOLD_MS = 500;

    private final BlockingQueue<ServerEvent> events = new LinkedBlockingQueue<>();

    @Override
    public String name() {
        return "guard";
    }

    @Override
    public String summary() {
        return "NaN on an output channel";
    }

    @Override
    public void run(Report report) throws Exception {
        report.section("a synth makes NaN, among 50 others");
        try (EmbeddedHost host = EmbeddedHost.start(Map.of("guard", true))) {
            ServiceRegistration<ServerListener> listening =
                    host.context()
                            .registerService(
                                    ServerListener.class,
                                    (server, event) -> events.add(event),
                                    new Hashtable<>(Map.of(Server.NAME, "bench")));
            Client client = host.client();
            client.sendSynthDef(new ScsyndefFormat().write(broken())).await(LIMIT);
            for (int i = 0; i < 50; i++) {
                client.synth("s2", set("amp", 0)).started().await(LIMIT);
            }
            report.line("until it is named", ROUNDS.of(() -> named(client)), "ms")
                    .promise(Promise.atMost(TOLD_MS));
            listening.unregister();
        }
        report.section("%d output channels, load of scsynth".formatted(CHANNELS));
        Samples without = load(false);
        report.line("with a guard", load(true), "%").over(report.line("without", without, "%"));
        report.note(
                "The first bad sample is silenced itself: GuardIT compares recordings sample by"
                        + " sample.");
    }

    private double named(Client client) throws InterruptedException {
        long begin = System.nanoTime();
        Synth bad = client.synth("broken");
        ServerEvent.ChannelSilenced silenced = await(ServerEvent.ChannelSilenced.class);
        double took = (System.nanoTime() - begin) / 1e6;
        bad.free();
        await(ServerEvent.ChannelSounds.class);
        return silenced.proved() && silenced.suspect().getAsInt() == bad.id() ? took : Double.NaN;
    }

    private <E extends ServerEvent> E await(Class<E> kind) throws InterruptedException {
        ServerEvent event = events.poll(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        while (event != null && !kind.isInstance(event)) {
            event = events.poll(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        }
        if (event == null) {
            throw new IllegalStateException("the guard did not say " + kind.getSimpleName());
        }
        return kind.cast(event);
    }

    private static Samples load(boolean guard) throws Exception {
        Map<String, ?> settings = Map.of("guard", guard, "numOutputBusChannels", CHANNELS);
        try (EmbeddedHost host = EmbeddedHost.start(settings)) {
            Server server = host.client().server();
            return SECONDS.of(
                    () -> {
                        Thread.sleep(1000);
                        return server.status().await(LIMIT).avgCpu();
                    });
        }
    }

    /** {@code Out.ar(0, DC.ar(0) / DC.ar(0))}. */
    private static SynthDefFile broken() {
        Input zero = new Input.Constant(0);
        List<Rate> sound = List.of(Rate.AUDIO);
        SynthDef definition =
                new SynthDef(
                        "broken",
                        List.of(0f),
                        List.of(),
                        List.of(
                                new UGen("DC", Rate.AUDIO, 0, List.of(zero), sound),
                                new UGen(
                                        "BinaryOpUGen",
                                        Rate.AUDIO,
                                        DIVISION,
                                        List.of(new Input.Wire(0, 0), new Input.Wire(0, 0)),
                                        sound),
                                new UGen(
                                        "Out",
                                        Rate.AUDIO,
                                        0,
                                        List.of(zero, new Input.Wire(1, 0)),
                                        List.of())),
                        List.of());
        return new SynthDefFile(2, List.of(definition));
    }
}
