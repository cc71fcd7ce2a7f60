package org.scaena.server.internal;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.scaena.command.ServerException;

/** Waiting with a limit. */
final class Patience {

    private Patience() {}

    /**
     * Waits until something is done, well or not.
     *
     * @return whether it was done in time
     * @throws ServerException if the thread is interrupted
     */
    static boolean isDoneWithin(Future<?> future, Duration limit) {
        try {
            future.get(limit.toNanos(), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException notYet) {
            return false;
        } catch (ExecutionException failed) {
            return true;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ServerException("interrupted", interrupted);
        }
    }
}
