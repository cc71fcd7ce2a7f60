package org.scaena.process;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Keeps something running, and never gives up. Supervisors form a tree: what is below is started
 * when the one above runs, waits while that is away, and is stopped before it. Safe for use by
 * several threads.
 */
@ProviderType
public interface Supervisor extends AutoCloseable {

    /** The name of what is supervised. */
    String name();

    /** What it does now. */
    SupervisorState state();

    /** Keeps something running below this one, from now on. */
    Supervisor supervise(Supervised below, RestartPolicy policy, SupervisionListener listener);

    /** Ends the pause before the next start, for example because a cable was plugged in again. */
    void retryNow();

    /** Stops what is below, then this; blocks until all has ended. Closing twice is harmless. */
    @Override
    void close();
}
