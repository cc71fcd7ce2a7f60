package org.scaena.command;

import java.time.Duration;

/** No reply within the deadline. */
public final class ReplyTimeoutException extends ServerException {

    private static final long serialVersionUID = 1L;

    /** The deadline passed. */
    public ReplyTimeoutException(String what, Duration deadline) {
        super("no reply to " + what + " within " + deadline.toMillis() + " ms");
    }

    /** The waiting thread was interrupted. */
    ReplyTimeoutException(String what) {
        super("interrupted while waiting for the reply to " + what);
    }
}
