package org.scaena.bench.requests;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.scaena.bench.Promise;
import org.scaena.bench.Report;
import org.scaena.catalogue.ControlBusCommands;
import org.scaena.command.Reply;
import org.scaena.server.Client;

/** Ten thousand questions before the first answer is looked at; each has an answer of its own. */
final class InFlight {

    private static final int MANY = 10_000;
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Client client;

    InFlight(Client client) {
        this.client = client;
    }

    void run(Report report) {
        for (int bus = 0; bus < MANY; bus++) {
            client.send(ControlBusCommands.set(bus, bus).message());
        }
        client.sync().await(LIMIT);
        long start = System.nanoTime();
        List<Reply<Float>> replies = new ArrayList<>();
        for (int bus = 0; bus < MANY; bus++) {
            replies.add(client.request(ControlBusCommands.get(bus)));
        }
        int wrong = 0;
        for (int bus = 0; bus < MANY; bus++) {
            wrong += replies.get(bus).await(LIMIT) == bus ? 0 : 1;
        }
        double millis = (System.nanoTime() - start) / 1e6;
        report.section("10,000 requests in flight");
        report.line("answered wrongly", wrong, "").promise(Promise.atMost(0));
        report.line("all answered after", millis, "ms");
    }
}
