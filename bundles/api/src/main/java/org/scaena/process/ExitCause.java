package org.scaena.process;

/** What the end of a process means. scsynth's exit code alone does not tell. */
public enum ExitCause {
    /** We asked for it. */
    ASKED,
    /** It left by itself with code 0: another client sent {@code /quit}. */
    LEFT,
    /** A signal or an abort ended it. */
    CRASHED,
    /** The audio system went away. */
    AUDIO_LOST,
    /** It refused to start: a port is taken, or an option is wrong. */
    REFUSED,
    /** It was ended because it did not answer any more. */
    HUNG
}
