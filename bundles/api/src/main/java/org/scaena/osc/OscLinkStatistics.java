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
 * @param sendErrors packets that the system did not take
 * @param receiveBufferBytes the socket's receive buffer as granted by the system
 */
public record OscLinkStatistics(
        long packetsSent,
        long packetsReceived,
        long bytesSent,
        long bytesReceived,
        Map<OscFormatException.Reason, Long> refused,
        long sendErrors,
        int receiveBufferBytes) {

    /** Copies the map. */
    public OscLinkStatistics {
        refused = Map.copyOf(refused);
    }
}
