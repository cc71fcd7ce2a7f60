package org.scaena.node;

/** What is known about a node's life, with the mark by which it is printed. */
public enum NodeState {
    /** Nothing is known. */
    UNKNOWN(' '),
    /** Asked for; the server has not answered yet. */
    STARTED('s'),
    /** On the server and running. */
    PLAYING('~'),
    /** On the server and paused. */
    PAUSED('-'),
    /** Ended. */
    ENDED('f');

    private final char mark;

    NodeState(char mark) {
        this.mark = mark;
    }

    /** The mark by which this state is printed. */
    public char mark() {
        return mark;
    }
}
