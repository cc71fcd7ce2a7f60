package org.scaena.osc;

import java.time.Instant;

/**
 * A point in time as NTP counts it: seconds since 1900 in the upper 32 bits, fractions below.
 *
 * <p>The seconds wrap in February 2036. Tags with the highest bit set lie in 1968…2036, others in
 * 2036…2104 (RFC 4330, section 3).
 *
 * @param ntp the 64 bits as on the wire
 */
public record OscTimeTag(long ntp) {

    /** The tag that means "at once". */
    public static final OscTimeTag IMMEDIATELY = new OscTimeTag(1);

    private static final long SECONDS_1900_TO_1970 = 2_208_988_800L;
    private static final long ERA_SECONDS = 1L << 32;
    private static final long FIRST_SECOND_OF_1968_PIVOT = 1L << 31;
    private static final double NANOS_PER_FRACTION = 1e9 / ERA_SECONDS;

    /** The tag nearest below a moment; its resolution is 0.23 nanoseconds. */
    public static OscTimeTag of(Instant moment) {
        long seconds = (moment.getEpochSecond() + SECONDS_1900_TO_1970) & (ERA_SECONDS - 1);
        long fraction = (((long) moment.getNano()) << 32) / 1_000_000_000L;
        return new OscTimeTag(seconds << 32 | fraction);
    }

    /** Whether this tag means "at once" instead of a moment. */
    public boolean isImmediate() {
        return ntp == 0 || ntp == 1;
    }

    /** The moment this tag stands for, rounded to nanoseconds, within 1968…2104. */
    public Instant toInstant() {
        long seconds = ntp >>> 32;
        long inEra = seconds < FIRST_SECOND_OF_1968_PIVOT ? seconds + ERA_SECONDS : seconds;
        long nanos = Math.round((ntp & (ERA_SECONDS - 1)) * NANOS_PER_FRACTION);
        return Instant.ofEpochSecond(inEra - SECONDS_1900_TO_1970, nanos);
    }
}
