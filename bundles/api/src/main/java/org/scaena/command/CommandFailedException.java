package org.scaena.command;

import java.util.List;

/** scsynth answered {@code /fail}. */
public final class CommandFailedException extends ServerException {

    private static final long serialVersionUID = 1L;

    private final String command;
    private final String text;
    private final transient List<Object> details;

    /**
     * A failure as scsynth reports it.
     *
     * @param command the command's name
     * @param text scsynth's own words
     */
    public CommandFailedException(String command, String text) {
        this(command, text, List.of());
    }

    /**
     * A failure as scsynth reports it.
     *
     * @param command the command's name
     * @param text scsynth's own words
     * @param details what follows them, for example a buffer number or a client id
     */
    public CommandFailedException(String command, String text, List<Object> details) {
        super(command + ": " + text.strip());
        this.command = command;
        this.text = text.strip();
        this.details = List.copyOf(details);
    }

    /** The command that failed, for example {@code /s_new}. */
    public String command() {
        return command;
    }

    /** scsynth's own words, for example {@code SynthDef not found}. */
    public String text() {
        return text;
    }

    /** What scsynth says behind its words, for example a buffer number or a client id. */
    public List<Object> details() {
        return details;
    }
}
