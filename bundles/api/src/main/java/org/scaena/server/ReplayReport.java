package org.scaena.server;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What became of a replay.
 *
 * @param packets how many there are in the file
 * @param played how many were sent
 * @param leftOut how many of them were not sent, as they would have written files
 * @param failures how many failures the server reported; what they asked for began before the file
 *     in most cases
 * @param end how the server ended, if it did
 * @param last the last packets that were sent, in their order
 */
public record ReplayReport(
        int packets, int played, int leftOut, int failures, Optional<End> end, List<Packet> last) {

    /** Copies the packets. */
    public ReplayReport {
        last = List.copyOf(last);
    }

    /**
     * The end of the server that was played to.
     *
     * @param what what became of it, for people
     * @param first the first packet that may have ended it, from 1
     * @param last the last packet that it was sent; the same if it is known which one it was
     */
    public record End(String what, int first, int last) {}

    /**
     * One packet of the file.
     *
     * @param number from 1
     * @param time since the begin of the file
     * @param text its messages, for people
     */
    public record Packet(int number, Duration time, String text) {}
}
