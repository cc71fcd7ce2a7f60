package org.scaena.osc;

import java.util.OptionalInt;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * What one kind of peer can take, and how to find out that it has taken it.
 *
 * <p>A link that was opened with a pacing joins what waits into bundles, and never has more under
 * way than the {@link Limits} allow: it asks the peer from time to time how far it has come, and
 * what goes beyond waits on this side. A packet that is sent alone is not delayed.
 *
 * <p>Called by senders and by the link's threads at once: implementations hold no state and return
 * at once.
 */
@ConsumerType
public interface OscPacing {

    /**
     * How much may be under way.
     *
     * @param joinedBytes the longest datagram made by joining, 0…65,507
     * @param bufferBytes what the peer's receive buffer holds, measured by {@link
     *     OscPacing#bufferBytes}; a larger datagram goes when nothing else is under way
     * @param notices notifications that the peer can hold back for all its clients
     * @param scheduledBundles bundles for later that the peer can keep
     */
    public record Limits(int joinedBytes, int bufferBytes, int notices, int scheduledBundles) {

        /** Checks that each number lets something pass. */
        public Limits {
            if (joinedBytes < 0 || bufferBytes < 1 || notices < 1 || scheduledBundles < 2) {
                throw new IllegalArgumentException(
                        "these limits let nothing pass: %d joined bytes, %d buffer bytes, %d notices, %d bundles"
                                .formatted(joinedBytes, bufferBytes, notices, scheduledBundles));
            }
        }
    }

    /** How much may be under way. Always the same. */
    Limits limits();

    /** The part of the peer's receive buffer that a datagram of this length occupies, in bytes. */
    int bufferBytes(int datagramBytes);

    /** The number of notifications that the peer sends because of this message; 0 for most. */
    int notices(OscMessage message);

    /** Whether this message means the same in one bundle with others as it does alone. */
    boolean joins(OscMessage message);

    /** Whether this message makes the peer forget all bundles that wait for their time. */
    boolean clearsSchedule(OscMessage message);

    /**
     * A question that the peer answers when it has taken everything that was sent before.
     *
     * @param number 1, 2, 3 …; the answer must tell it
     */
    OscMessage probe(int number);

    /**
     * The number of the probe that this message answers; empty for all other messages.
     *
     * <p>Answers are not passed on to the receiver. Called for every message that arrives.
     */
    OptionalInt answered(OscMessage message);
}
