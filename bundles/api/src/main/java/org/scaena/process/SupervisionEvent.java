package org.scaena.process;

import java.time.Duration;

/** What happens to something that is supervised. */
public sealed interface SupervisionEvent {

    /** It is not started before something is there. */
    record Waiting(String what) implements SupervisionEvent {}

    /** It is being started. */
    record Starting() implements SupervisionEvent {}

    /** A step of its start is done. */
    record Progress(String step) implements SupervisionEvent {}

    /** It is ready, after that long. */
    record Running(Duration took) implements SupervisionEvent {}

    /** It will be started again. */
    record Restarting(Restart restart) implements SupervisionEvent {}

    /**
     * It was restarted too often. Said once; again only after a good time.
     *
     * @param restarts how often
     * @param within in that time
     */
    record Alarm(int restarts, Duration within) implements SupervisionEvent {}

    /** It is supervised no more: it was asked to end. */
    record Stopped() implements SupervisionEvent {}
}
