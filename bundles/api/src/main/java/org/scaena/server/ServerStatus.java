package org.scaena.server;

/**
 * Load and counts, as {@code /status.reply} tells them.
 *
 * @param numUGens running unit generators
 * @param numSynths running synths
 * @param numGroups groups, the root included
 * @param numSynthDefs definitions; each variant counts
 * @param avgCpu average load in percent of the time there is
 * @param peakCpu peak load in percent of the time there is
 * @param nominalSampleRate Hz
 * @param actualSampleRate Hz, as measured
 */
public record ServerStatus(
        int numUGens,
        int numSynths,
        int numGroups,
        int numSynthDefs,
        float avgCpu,
        float peakCpu,
        double nominalSampleRate,
        double actualSampleRate) {}
