package org.scaena.server.internal;

import org.scaena.command.ServerException;
import org.scaena.process.ProcessException;

/** There is no audio system yet to play through. */
final class AudioMissingException extends ServerException {

    private static final long serialVersionUID = 1L;

    AudioMissingException(ProcessException why) {
        super(String.valueOf(why.getMessage()), why);
    }
}
