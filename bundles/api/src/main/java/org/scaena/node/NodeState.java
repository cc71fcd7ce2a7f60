package org.scaena.node;

/** What is known about a node's life, with the mark by which the notebook prints it. */
public enum NodeState {
    /** Nothing is known. */
    UNKNOWN(""),
    /** Asked for; the server has not answered yet. */
    STARTED("s"),
    /** On the server and running. */
    PLAYING("~"),
    /** On the server and paused. */
    PAUSED("-"),
    /** Ended. */
    ENDED("f");

    private final String mark;

    NodeState(String mark) {
        this.mark = mark;
    }

    /** The mark by which this state is printed: nothing, or one letter. */
    public String mark() {
        return mark;
    }
}
