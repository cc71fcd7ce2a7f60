package org.scaena.node;

/**
 * How well a mirror kept up with the server.
 *
 * @param nodes nodes known now, the root included
 * @param events events passed on to listeners
 * @param drifts times the mirror was found to differ from the server
 * @param heals nodes added, moved or removed because of a query
 */
public record NodeTreeStatistics(int nodes, long events, long drifts, long heals) {}
