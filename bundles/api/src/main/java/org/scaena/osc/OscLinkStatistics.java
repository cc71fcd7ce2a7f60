package org.scaena.osc;

import java.util.Map;

/**
 * Counters of a link since it was opened.
 *
 * @param packetsSent datagrams or frames sent
 * @param packetsReceived datagrams or frames received, refused ones included
 * @param bytesSent payload bytes sent
 * @param bytesReceived payload bytes received
 * @param refused packets that could not be decoded, by reason
 * @param sendErrors packets that the system did not take, or that were lost at closing
 * @param receiverErrors calls of the receiver that ended with an exception
 * @param messagesJoined messages that travelled in a bundle with others which the sender did not
 *     put there
 * @param sendsDelayed calls of {@link OscLink#send} that had to wait for room in the queue
 * @param pauses times the writer had to wait until the peer had taken what was under way
 * @param probesRepeated questions to the peer that stayed without an answer for too long
 * @param bundlesHeld bundles for later that are kept on this side now
 * @param receiveBufferBytes the socket's receive buffer as granted by the system
 */
public record OscLinkStatistics(
        long packetsSent,
        long packetsReceived,
        long bytesSent,
        long bytesReceived,
        Map<OscFormatException.Reason, Long> refused,
        long sendErrors,
        long receiverErrors,
        long messagesJoined,
        long sendsDelayed,
        long pauses,
        long probesRepeated,
        int bundlesHeld,
        int receiveBufferBytes) {

    /** Copies the map. */
    public OscLinkStatistics {
        refused = Map.copyOf(refused);
    }
}
