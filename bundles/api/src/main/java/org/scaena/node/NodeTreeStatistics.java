package org.scaena.node;

import java.time.Duration;

/**
 * How well a mirror kept up with the server.
 *
 * @param nodes nodes known now, the root included
 * @param notifications node notifications that came from the server
 * @param events events passed on to listeners
 * @param drift by how many nodes the server's count and the mirror's differed last; 0 if none
 * @param drifts times the mirror was found to differ from the server
 * @param heals nodes added, moved or removed because of a query
 * @param lastHealing how long it took last from the moment a difference was noticed until the
 *     mirror was right again; zero if there was none
 */
public record NodeTreeStatistics(
        int nodes,
        long notifications,
        long events,
        int drift,
        long drifts,
        long heals,
        Duration lastHealing) {}
