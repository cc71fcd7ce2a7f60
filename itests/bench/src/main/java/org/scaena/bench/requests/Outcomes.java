package org.scaena.bench.requests;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.scaena.bench.Measure;
import org.scaena.bench.Promise;
import org.scaena.bench.Report;
import org.scaena.bench.Rounds;
import org.scaena.bench.Samples;
import org.scaena.bench.TestAudio;
import org.scaena.catalogue.NodeCommands;
import org.scaena.catalogue.SynthCommands;
import org.scaena.command.Command;
import org.scaena.command.CommandFailedException;
import org.scaena.command.Done;
import org.scaena.command.Reply;
import org.scaena.node.ControlValues;
import org.scaena.node.Placement;
import org.scaena.server.Client;

/** How soon failure and success are known, and whether failures without a name find theirs. */
final class Outcomes {

    private static final double TWO_PERIODS_MS = 2e3 * TestAudio.PERIOD / TestAudio.SAMPLE_RATE;
    private static final int PAIRS = 300;
    private static final Rounds ROUNDS = new Rounds(300, 500);
    private static final Command<Done> SILENT = NodeCommands.free(0);

    private final Client client;

    Outcomes(Client client) {
        this.client = client;
    }

    void run(Report report) throws Exception {
        report.section("outcomes of commands that have no reply");
        Map<String, Measure> ways = new LinkedHashMap<>();
        ways.put("fails", Measure.milliseconds(() -> fails(NodeCommands.free(999_999))));
        ways.put("silent", Measure.milliseconds(() -> client.request(SILENT).await()));
        Map<String, Samples> times = ROUNDS.inTurn(ways);
        report.line("a /fail is known after", times.get("fails"), "ms")
                .promise(Promise.atMost(TWO_PERIODS_MS));
        report.line("success in silence is known after", times.get("silent"), "ms")
                .promise(Promise.atMost(TWO_PERIODS_MS));
        report.line("of 600 /s_new, half of them bad, told wrongly", mixed(), "")
                .promise(Promise.atMost(0));
    }

    private boolean fails(Command<Done> command) {
        return fails(client.request(command));
    }

    private static boolean fails(Reply<Done> reply) {
        try {
            reply.await();
            return false;
        } catch (CommandFailedException failed) {
            return true;
        }
    }

    private int mixed() {
        List<Reply<Done>> good = new ArrayList<>();
        List<Reply<Done>> bad = new ArrayList<>();
        for (int i = 0; i < PAIRS; i++) {
            good.add(client.request(synth("s1")));
            bad.add(client.request(synth("scaena-no-such-definition")));
        }
        long wrong = good.stream().filter(Outcomes::fails).count();
        wrong += bad.stream().filter(reply -> !fails(reply)).count();
        return (int) wrong;
    }

    private Command<Done> synth(String defName) {
        return SynthCommands.create(
                defName, -1, Placement.addToTail(client.defaultGroup()), ControlValues.NONE);
    }
}
