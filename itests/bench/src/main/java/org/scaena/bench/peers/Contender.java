package org.scaena.bench.peers;

/** A client of scsynth, logged in and notified of nodes. */
interface Contender extends Caller {

    /** The synth definition that all of them play. */
    String DEFINITION = "s2";

    /** Asks for notifications and makes the synth whose control is set; to be called once. */
    void begin() throws Exception;

    /** {@code /n_set} of one control of that synth; waits for nothing. */
    void set(float value) throws Exception;

    /** {@code /c_set} of one bus; waits for nothing. */
    void setBus(int bus, float value) throws Exception;

    /** {@code /c_getn}, and its answer. */
    float[] buses(int first, int count) throws Exception;

    /**
     * Makes so many synths and frees each at once, then waits until the server has done it.
     *
     * @param tally is told of each {@code /n_go} and {@code /n_end}, in the order of their arrival
     */
    void play(int count, Tally tally) throws Exception;
}
