package org.scaena.process.internal;

import java.util.List;
import java.util.Optional;
import org.scaena.process.OutputKind;

/** Tells what a line of scsynth's, supernova's or jackd's output says. */
final class OutputClassifier {

    /** A failure echoes words of whoever sent the command, so nothing else is read from it. */
    private static final String FAILURE = "FAILURE IN SERVER";

    /** Told as a reason why a definition was refused. */
    private static final Rule TOO_FEW_WIRES =
            new Rule(OutputKind.TOO_FEW_WIRE_BUFS, "exceeded number of interconnect buffers");

    /** The audio thread has stopped what it was doing, for a reason that nothing else tells. */
    private static final Rule STOPPED = new Rule(OutputKind.FAILURE, "exception in real time");

    /** What is used up; the only thing that the reason of a failure is read for. */
    private static final List<Rule> USED_UP =
            List.of(
                    new Rule(
                            OutputKind.ALLOC_FAILED,
                            "alloc failed",
                            "allocation failed",
                            "out of real time memory"),
                    new Rule(OutputKind.TOO_MANY_NODES, "too many nodes"),
                    new Rule(OutputKind.TOO_MANY_LOGINS, "too many users"),
                    TOO_FEW_WIRES);

    /** The first that matches decides. */
    private static final List<Rule> RULES =
            List.of(
                    new Rule(
                            OutputKind.AUDIO_GONE,
                            "JackDriver: killed by jack",
                            "could not initialize audio",
                            "Cannot initialize driver",
                            "Failed to open server"),
                    new Rule(
                            OutputKind.PORT_TAKEN,
                            "address in use",
                            "Address already in use",
                            "failed to open UDP socket",
                            "failed to open TCP socket"),
                    new Rule(
                            OutputKind.BAD_OPTION,
                            "ERROR: Invalid option",
                            "ERROR: number of audio bus channels",
                            "ERROR: There must be a -u",
                            "rgument expected after option",
                            "rguments expected after option",
                            "unrecognised option",
                            "Unknown driver"),
                    new Rule(
                            OutputKind.READY,
                            "SuperCollider 3 server ready",
                            "Supernova ready",
                            "supernova ready"),
                    TOO_FEW_WIRES,
                    new Rule(OutputKind.SYNTHDEF_REFUSED, "exception in GraphDef"),
                    new Rule(OutputKind.COMMAND_FIFO_FULL, "command FIFO full"),
                    new Rule(
                            OutputKind.XRUN,
                            "JackEngine::XRun",
                            "Process XRun",
                            "xrun of at least"),
                    new Rule(OutputKind.MESSAGE_TOO_LONG, "Message too long"),
                    new Rule(OutputKind.FAILURE, "*** ERROR: SynthDef", "Bad file descriptor"));

    private OutputClassifier() {}

    /** What a line says. */
    static OutputKind classify(String line) {
        if (line.startsWith(FAILURE)) {
            boolean echo = line.endsWith("Command not found");
            return echo ? OutputKind.FAILURE : first(USED_UP, line).orElse(OutputKind.FAILURE);
        }
        if (isLate(line)) {
            return OutputKind.LATE;
        }
        return first(RULES, line)
                .or(() -> first(USED_UP, line))
                .or(() -> first(List.of(STOPPED), line))
                .orElse(OutputKind.OTHER);
    }

    private static Optional<OutputKind> first(List<Rule> rules, String line) {
        return rules.stream().filter(rule -> rule.matches(line)).map(rule -> rule.kind).findFirst();
    }

    /** {@code late 0.5} from scsynth, {@code late: 0.5} from supernova. */
    private static boolean isLate(String line) {
        if (!line.startsWith("late")) {
            return false;
        }
        String seconds = line.substring(line.startsWith("late:") ? 5 : 4).strip();
        return !seconds.isEmpty() && Character.isDigit(seconds.charAt(0));
    }

    private static final class Rule {
        private final OutputKind kind;
        private final List<String> parts;

        Rule(OutputKind kind, String... parts) {
            this.kind = kind;
            this.parts = List.of(parts);
        }

        boolean matches(String line) {
            for (String part : parts) {
                if (line.contains(part)) {
                    return true;
                }
            }
            return false;
        }
    }
}
