package org.scaena.command;

/** scsynth answered {@code /fail}. */
public final class CommandFailedException extends ServerException {

    private static final long serialVersionUID = 1L;

    private final String command;
    private final String text;

    /**
     * A failure as scsynth reports it.
     *
     * @param command the command's name
     * @param text scsynth's own words
     */
    public CommandFailedException(String command, String text) {
        super(command + ": " + text.strip());
        this.command = command;
        this.text = text.strip();
    }

    /** The command that failed, for example {@code /s_new}. */
    public String command() {
        return command;
    }

    /** scsynth's own words, for example {@code SynthDef not found}. */
    public String text() {
        return text;
    }
}
