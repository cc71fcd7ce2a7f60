package org.scaena.process;

import java.time.Duration;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.scaena.command.Reply;
import org.scaena.command.Subscription;

/** A process that is watched. Safe for use by several threads. */
@ProviderType
public interface ManagedProcess {

    /** How it was started. */
    ProcessSpec spec();

    /** What tells it from every other. */
    ProcessIdentity identity();

    /** Whether it lives. */
    boolean isAlive();

    /** Completes when it has ended and its output was read to the end. */
    Reply<ProcessExit> exit();

    /** The last lines of its output, oldest first, escaped for people. */
    List<String> lastLines(int count);

    /**
     * Hears each line of output from now on, on the process's tail thread.
     *
     * @return closed to hear no more
     */
    Subscription listen(OutputListener listener);

    /**
     * Says that its end is wanted from now on, however it comes.
     *
     * <p>Called before {@code /quit} is sent, so that the exit is classified as asked for.
     */
    void expectExit();

    /**
     * Ends it and all its descendants: TERM at once, KILL after the grace. Does not block.
     *
     * @param grace how long TERM may take
     */
    Reply<ProcessExit> end(Duration grace);

    /** Stops watching without ending it; a later host may adopt it. */
    void release();
}
