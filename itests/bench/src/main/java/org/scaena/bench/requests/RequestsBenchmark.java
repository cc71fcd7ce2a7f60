package org.scaena.bench.requests;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.scaena.bench.Benchmark;
import org.scaena.bench.EmbeddedHost;
import org.scaena.bench.Report;
import org.scaena.bench.TestAudio;
import org.scaena.bench.TestScsynth;
import org.scaena.osc.OscEndpoint;
import org.scaena.server.Client;
import org.scaena.server.Server;

/** What a plugin asks of the server: how soon it knows, and whether it is told the right thing. */
public final class RequestsBenchmark implements Benchmark {

    @Override
    public String name() {
        return "requests";
    }

    @Override
    public String summary() {
        return "sync, many requests in flight, a flood, failures, silence";
    }

    @Override
    public void run(Report report) throws Exception {
        try (EmbeddedHost host = EmbeddedHost.start(Map.of("numControlBusChannels", 16_384))) {
            report.progress("10,000 requests in flight");
            new InFlight(host.client()).run(report);
            report.progress("8 threads that sync");
            new Syncs(host.client()).run(report);
            report.progress("a flood");
            new Flood(host.client()).run(report);
            report.progress("failures and silence");
            new Outcomes(host.client()).run(report);
            report.progress("sync against an instant stub");
            againstStub(host.client().server(), report);
        }
    }

    private static void againstStub(Server server, Report report) throws Exception {
        server.quit().await();
        try (TestAudio audio = TestAudio.start();
                TestScsynth scsynth = TestScsynth.start(audio, "-c", "16384");
                Shortcut shortcut = new Shortcut(scsynth.address())) {
            Client client = server.remote(OscEndpoint.local(shortcut.port())).await();
            signal("-STOP", audio.pid(), scsynth.pid()); // they want the cores, too
            new StubSync(client, shortcut).run(report);
            signal("-CONT", audio.pid(), scsynth.pid());
            server.quit().await();
        }
    }

    private static void signal(String signal, long... pids)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("kill", signal));
        LongStream.of(pids).mapToObj(Long::toString).forEach(command::add);
        if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
            throw new IOException(String.join(" ", command) + " failed");
        }
    }
}
