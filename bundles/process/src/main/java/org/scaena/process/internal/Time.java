package org.scaena.process.internal;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Time as a supervisor knows it. */
interface Time {

    /** A clock that only goes forward. */
    long nanos();

    /** Waits until somebody wakes us, or that long. */
    void await(Semaphore wake, Duration duration) throws InterruptedException;

    /** The time of this machine. */
    static Time real() {
        return new Time() {
            @Override
            public long nanos() {
                return System.nanoTime();
            }

            @Override
            public void await(Semaphore wake, Duration duration) throws InterruptedException {
                wake.tryAcquire(duration.toNanos(), TimeUnit.NANOSECONDS);
            }
        };
    }
}
