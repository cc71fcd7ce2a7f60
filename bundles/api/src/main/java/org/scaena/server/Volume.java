package org.scaena.server;

import org.osgi.annotation.versioning.ProviderType;
import org.scaena.command.Done;
import org.scaena.command.Reply;

/**
 * How loud a server is: a gain on its output channels, and a mute switch beside it.
 *
 * <p>Kept while the server is away and applied again after every boot and every clearing of the
 * tree. A change glides over {@value #LAG_SECONDS} s. Works for 1…64 output channels, with scsynth
 * alone. Safe for use by several threads; no method blocks. Source: SuperCollider's class Volume.
 */
@ProviderType
public interface Volume {

    /** The lowest gain, in dB. */
    double MIN_DB = -90;

    /** The highest gain, in dB. */
    double MAX_DB = 6;

    /** How long a change takes, in seconds. */
    double LAG_SECONDS = 0.1;

    /** The gain in dB, also while muted; 0 unless it was set. */
    double db();

    /**
     * Sets the gain; while muted it is kept for later.
     *
     * @param db is brought into −90…6
     * @return completes when the server has it; at once if none runs
     * @throws IllegalArgumentException if it is no number
     */
    Reply<Done> set(double db);

    /** Whether it is muted. */
    boolean isMuted();

    /** Silences the server. */
    Reply<Done> mute();

    /** Brings the gain back. */
    Reply<Done> unmute();

    /** The factor in force: 0 while muted. */
    default double amplitude() {
        return isMuted() ? 0 : dbamp(db());
    }

    /** The factor of a gain in dB: 10^(dB / 20). */
    static double dbamp(double db) {
        return Math.pow(10, db / 20);
    }
}
