package org.scaena.process.internal;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.scaena.process.OutputKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries what a process prints to our log: trouble as warnings, at most one of a kind every ten
 * seconds, with the remedy; the rest at debug level. For one thread.
 */
final class LineReport {

    private static final long INTERVAL_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final Logger LOG = LoggerFactory.getLogger(LineReport.class);

    private static final Map<OutputKind, String> REMEDIES =
            Map.of(
                    OutputKind.XRUN, "raise periodFrames, or give the servers less to do",
                    OutputKind.LATE, "raise the latency, or give the server less to do",
                    OutputKind.FAILURE, "see the command's own failure",
                    OutputKind.COMMAND_FIFO_FULL, "send fewer commands at once",
                    OutputKind.SYNTHDEF_REFUSED, "see whether its UGens are installed",
                    OutputKind.MESSAGE_TOO_LONG, "ask for less at once",
                    OutputKind.AUDIO_GONE, "see whether the audio system runs",
                    OutputKind.PORT_TAKEN, "take another port, or end who has it",
                    OutputKind.BAD_OPTION, "correct the options");

    /** It woke late by so much, but has no card that could have gone without samples. */
    private static final String DUMMY_DRIVER = "JackTimedDriver::";

    private final String name;
    private final Map<OutputKind, Long> lastNanos = new EnumMap<>(OutputKind.class);
    private final Map<OutputKind, Integer> held = new EnumMap<>(OutputKind.class);

    LineReport(String name) {
        this.name = name;
    }

    void line(OutputKind kind, String text) {
        String remedy = kind.optionToRaise().map("raise "::concat).orElse(REMEDIES.get(kind));
        if (remedy == null || text.startsWith(DUMMY_DRIVER)) {
            LOG.debug("{}: {}", name, text);
            return;
        }
        long now = System.nanoTime();
        Long last = lastNanos.get(kind);
        if (last != null && now - last < INTERVAL_NANOS) {
            held.merge(kind, 1, Integer::sum);
            return;
        }
        lastNanos.put(kind, now);
        Integer more = held.remove(kind);
        if (more == null) {
            LOG.warn("{}: {} ({})", name, text, remedy);
        } else {
            LOG.warn("{}: {} ({}; {} like it before)", name, text, remedy, more);
        }
    }
}
