package org.scaena.process.internal;

import java.util.OptionalInt;
import java.util.Set;
import org.scaena.process.ExitCause;
import org.scaena.process.OutputKind;

/**
 * What is known about how a process ended.
 *
 * @param expected whether its end was announced before it came
 * @param unresponsive whether we ended it because it did not answer
 * @param asked whether we asked it to end
 * @param killed whether that did not help and we sent KILL
 * @param seen the kinds of lines that it printed
 * @param code its exit code, if it can be known
 * @param leftFile whether it left its shared memory file behind
 * @param leavesFile whether programs of this kind do so when they are killed
 */
record ExitEvidence(
        boolean expected,
        boolean unresponsive,
        boolean asked,
        boolean killed,
        Set<OutputKind> seen,
        OptionalInt code,
        boolean leftFile,
        boolean leavesFile) {

    private static final int SIGKILL = 9;

    ExitEvidence {
        seen = Set.copyOf(seen);
    }

    /** What it means. */
    ExitCause cause() {
        if (expected) {
            return ExitCause.ASKED;
        }
        if (unresponsive) {
            return ExitCause.HUNG;
        }
        if (asked) {
            boolean termWasEnough = code.isPresent() && code.getAsInt() != 128 + SIGKILL;
            return killed && !termWasEnough ? ExitCause.HUNG : ExitCause.ASKED;
        }
        if (seen.contains(OutputKind.AUDIO_GONE)) {
            return ExitCause.AUDIO_LOST;
        }
        return code.isPresent() ? ofCode(code.getAsInt()) : ofTraces();
    }

    private ExitCause ofCode(int known) {
        if (known == 0) {
            return ExitCause.LEFT;
        }
        boolean refused =
                seen.contains(OutputKind.PORT_TAKEN) || seen.contains(OutputKind.BAD_OPTION);
        boolean neverReady = known < 128 && !seen.contains(OutputKind.READY);
        return refused || neverReady ? ExitCause.REFUSED : ExitCause.CRASHED;
    }

    /** The code of an adopted process is unknown: a server that was killed left its file. */
    private ExitCause ofTraces() {
        return leavesFile && !leftFile ? ExitCause.LEFT : ExitCause.CRASHED;
    }
}
