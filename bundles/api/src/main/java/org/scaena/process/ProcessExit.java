package org.scaena.process;

import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;

/**
 * How a process ended.
 *
 * @param cause what it means
 * @param code the exit code; 128 + signal if a signal ended it, −1 if it cannot be known
 * @param time when it was noticed
 * @param lastLines its last output, oldest first
 */
public record ProcessExit(ExitCause cause, int code, Instant time, List<String> lastLines) {

    /** Copies the lines. */
    public ProcessExit {
        lastLines = List.copyOf(lastLines);
    }

    /** The signal that ended it, if one did. */
    public OptionalInt signal() {
        return code > 128 && code < 160 ? OptionalInt.of(code - 128) : OptionalInt.empty();
    }
}
