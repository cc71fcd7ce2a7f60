package org.scaena.server;

/**
 * What one bundle has of a server now. Everything is given back when the bundle stops.
 *
 * @param name the bundle's symbolic name; {@code scaena} for what the host made for itself
 * @param nodes node ids on loan: those of living nodes, and of nodes asked for
 * @param buffers buffer numbers
 * @param audioBuses channels of audio buses
 * @param controlBuses channels of control buses
 * @param definitions synth definitions in the registry
 * @param listeners hooks and listeners that are called for it
 * @param logins logins of its own
 */
public record Owner(
        String name,
        int nodes,
        int buffers,
        int audioBuses,
        int controlBuses,
        int definitions,
        int listeners,
        int logins) {

    /** All of it together. */
    public int total() {
        return nodes + buffers + audioBuses + controlBuses + definitions + listeners + logins;
    }
}
