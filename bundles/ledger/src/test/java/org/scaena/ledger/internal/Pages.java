package org.scaena.ledger.internal;

import static org.scaena.node.Controls.set;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.scaena.id.IdRange;
import org.scaena.ledger.BufferEntry;
import org.scaena.ledger.BusEntry;
import org.scaena.ledger.DefinitionEntry;
import org.scaena.ledger.HoldingsEntry;
import org.scaena.ledger.LedgerPage;
import org.scaena.ledger.LoanEntry;
import org.scaena.ledger.LoginEntry;
import org.scaena.ledger.NodeEntry;
import org.scaena.ledger.RunEntry;
import org.scaena.ledger.VolumeEntry;
import org.scaena.node.AddAction;
import org.scaena.node.ControlValues;
import org.scaena.node.Placement;
import org.scaena.osc.OscEndpoint;
import org.scaena.process.ProcessIdentity;

/** Pages to write. */
final class Pages {

    private static final String OWNER = "org.example.rain";

    private Pages() {}

    /** Something of everything. */
    static LedgerPage full() {
        ControlValues controls =
                set("freq", 55)
                        .set(3, Float.NaN)
                        .set("levels", 0.25, -1e-30)
                        .mapToControlBus("pan", 4)
                        .mapToAudioBus("in", 7);
        return new LedgerPage(
                Optional.of(
                        new RunEntry(
                                OscEndpoint.local(57110),
                                Optional.of(
                                        new ProcessIdentity(
                                                4711,
                                                Instant.parse("2026-11-24T03:00:00.123456Z"),
                                                "tök\"en\n")),
                                List.of("-u", "57110"),
                                40000,
                                1,
                                8,
                                List.of("org.example.hall"))),
                List.of(new LoanEntry("node", new IdRange(67109864, 3), OWNER)),
                List.of(
                        new LoginEntry(
                                "Voice of org.example.rain",
                                40001,
                                2,
                                new HoldingsEntry(
                                        List.of(new LoanEntry("buffer", IdRange.of(256), OWNER)),
                                        List.of(),
                                        List.of(
                                                new BusEntry(
                                                        OWNER,
                                                        "wet",
                                                        "audio",
                                                        new IdRange(64, 2),
                                                        List.of())),
                                        List.of()))),
                List.of(new DefinitionEntry("s2", "00ff")),
                List.of(new DefinitionEntry("broken", "ff00")),
                List.of(
                        new BufferEntry(
                                OWNER,
                                "rain",
                                128,
                                48000,
                                2,
                                BufferEntry.Contents.SOUND_FILE,
                                Optional.of(
                                        new BufferEntry.SoundFile(
                                                "/sounds/rain.wav", 12, -1, List.of(1, 0)))),
                        new BufferEntry(
                                OWNER,
                                "blank",
                                129,
                                64,
                                1,
                                BufferEntry.Contents.SILENCE,
                                Optional.empty())),
                List.of(new BusEntry(OWNER, "send", "control", new IdRange(4, 2), List.of(1f, 2f))),
                List.of(
                        new NodeEntry(
                                OWNER,
                                "drone",
                                67109864,
                                Optional.of("s2"),
                                false,
                                new Placement(AddAction.ADD_TO_HEAD, 67108865),
                                controls,
                                true)),
                new VolumeEntry(-6.5, true));
    }

    /** A page that is told from others by one number. */
    static LedgerPage numbered(int number) {
        return new LedgerPage(
                Optional.empty(),
                List.of(new LoanEntry("buffer", IdRange.of(number), OWNER)),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                VolumeEntry.NEUTRAL);
    }
}
