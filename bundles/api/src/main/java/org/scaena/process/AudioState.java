package org.scaena.process;

/** How an audio server is. */
public enum AudioState {
    /** It runs and answers. */
    RUNNING,
    /** It runs but does not answer: its clients stand still, and to restart them is of no use. */
    FROZEN,
    /** There is none. */
    ABSENT
}
