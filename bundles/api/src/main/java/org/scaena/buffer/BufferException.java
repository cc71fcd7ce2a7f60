package org.scaena.buffer;

import org.scaena.command.ServerException;

/** What became of a buffer is not what was asked for, though scsynth may have said nothing. */
public final class BufferException extends ServerException {

    private static final long serialVersionUID = 1L;

    /** An exception with a sentence that names the buffer and the remedy. */
    public BufferException(String message) {
        super(message);
    }
}
