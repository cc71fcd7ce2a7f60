package org.scaena.process;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A process was started but did not prove that it can be used. */
public final class NotReadyException extends ProcessException {

    private static final long serialVersionUID = 1L;

    private final transient Optional<ProcessExit> exit;

    /** An exception that names the process, what was waited for, and its last words. */
    public NotReadyException(
            String message, Optional<ProcessExit> exit, @Nullable Throwable cause) {
        super(message, cause);
        this.exit = exit;
    }

    /** How it ended; empty if it lives. */
    public Optional<ProcessExit> exit() {
        return exit;
    }
}
