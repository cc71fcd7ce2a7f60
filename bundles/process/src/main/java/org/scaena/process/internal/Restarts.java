package org.scaena.process.internal;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import org.scaena.process.Restart;
import org.scaena.process.RestartPolicy;
import org.scaena.process.SupervisionEvent.Alarm;

/** Counts restarts and says when the next is due: a policy at work. For one thread. */
final class Restarts {

    private final RestartPolicy policy;
    private final ArrayDeque<Long> recentNanos = new ArrayDeque<>();
    private int inARow;
    private int crashesInARow;
    private boolean alarmed;

    Restarts(RestartPolicy policy) {
        this.policy = policy;
    }

    /** What made it fail has been taken away, or it has run well for long. */
    void beginAnew() {
        inARow = 0;
        crashesInARow = 0;
        alarmed = false;
        recentNanos.clear();
    }

    /**
     * One more restart.
     *
     * @param nowNanos the time
     */
    Restart next(Outcome outcome, long nowNanos) {
        if (outcome.uptime().compareTo(policy.goodUptime()) >= 0) {
            beginAnew();
        }
        inARow++;
        crashesInARow = outcome.wasCrash() ? crashesInARow + 1 : 0;
        recentNanos.addLast(nowNanos);
        while (nowNanos - recentNanos.getFirst() > policy.alarmWithin().toNanos()) {
            recentNanos.removeFirst();
        }
        Duration pause = outcome.isHopeless() ? policy.longestPause() : policy.pauseBefore(inARow);
        return new Restart(
                inARow, crashesInARow, pause, outcome.reason(), outcome.exit(), outcome.uptime());
    }

    /** The alarm, if this is the moment for it: once until all begins anew. */
    Optional<Alarm> alarm() {
        if (alarmed || recentNanos.size() <= policy.alarmRestarts()) {
            return Optional.empty();
        }
        alarmed = true;
        return Optional.of(new Alarm(recentNanos.size(), policy.alarmWithin()));
    }
}
