package org.scaena.server.internal;

import java.time.Duration;
import java.time.Instant;
import org.scaena.osc.OscBundle;
import org.scaena.osc.OscMessage;
import org.scaena.osc.OscTimeTag;

/**
 * The test sound: 500 Hz 0.15 s from now, 1000 Hz 0.2 s later, each about 0.1 s long.
 *
 * <p>The server chooses the node ids, and failures of these bundles alone are silent ({@code /error
 * -1}): a server without the definition says nothing, and no error of anybody else is lost, not
 * even if the schedule is cleared in between.
 */
final class Blip {

    private static final Duration BEFORE = Duration.ofMillis(150);
    private static final Duration BETWEEN = Duration.ofMillis(200);
    private static final String DEF_NAME = "s1";

    private Blip() {}

    static OscBundle at(Instant now) {
        Instant first = now.plus(BEFORE);
        return OscBundle.of(
                OscTimeTag.of(first),
                note(first, "freq", 500f, "dur", 0.1f, "num", 1f),
                note(
                        first.plus(BETWEEN),
                        "freq",
                        1000f,
                        "amp",
                        0.05f,
                        "num",
                        2f,
                        "att",
                        0f,
                        "dur",
                        0.1f,
                        "curve",
                        42f));
    }

    private static OscBundle note(Instant time, Object... controls) {
        Object[] arguments = new Object[4 + controls.length];
        System.arraycopy(new Object[] {DEF_NAME, -1, 0, 0}, 0, arguments, 0, 4);
        System.arraycopy(controls, 0, arguments, 4, controls.length);
        return OscBundle.of(
                OscTimeTag.of(time),
                OscMessage.of("/error", -1),
                OscMessage.of("/s_new", arguments));
    }
}
