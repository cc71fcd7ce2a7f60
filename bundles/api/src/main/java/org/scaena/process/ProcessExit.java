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

    /** For people, for example {@code was killed by signal 9}. */
    public String description() {
        return switch (cause) {
            case ASKED -> "ended as asked";
            case LEFT -> "left with code 0 although we did not ask: another client sent /quit";
            case CRASHED ->
                    signal().isPresent()
                            ? "was killed by signal " + signal().getAsInt()
                            : code < 0 ? "was killed" : "failed with code " + code;
            case AUDIO_LOST -> "ended because the audio system went away";
            case REFUSED -> "refused to start (code " + code + ")";
            case HUNG -> "did not answer and was ended";
        };
    }

    /** The signal that ended it, if one did. */
    public OptionalInt signal() {
        return code > 128 && code < 160 ? OptionalInt.of(code - 128) : OptionalInt.empty();
    }
}
