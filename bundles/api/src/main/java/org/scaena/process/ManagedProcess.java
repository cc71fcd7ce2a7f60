package org.scaena.process;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;
import org.scaena.command.Done;
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

    /**
     * Completes when it has been proved that it can be used, on a thread of its own.
     *
     * <p>Fails with a {@link NotReadyException} that has its last lines of output if it ends
     * before, if the limit passes, or if the proof throws. It is not ended then: that is up to the
     * caller.
     *
     * @param limit how long it may take
     */
    <T> Reply<T> whenReady(Readiness<T> readiness, Duration limit);

    /**
     * How many lines of each kind it has printed since it is watched; kinds without any are left
     * out.
     */
    Map<OutputKind, Long> counts();

    /**
     * Writes to its standard input, on a thread of its own, so that a process which does not read
     * blocks nobody. Fails with a {@link ProcessException} if it has no {@link
     * ProcessSpec.Input#PIPE}, has ended, or was taken over.
     */
    Reply<Done> write(String text);

    /** The last lines of its output, oldest first, escaped for people. */
    List<String> lastLines(int count);

    /**
     * Hears each line of output from now on, on the process's tail thread.
     *
     * @return closed to hear no more
     */
    Subscription listen(OutputListener listener);

    /**
     * Hears of it each time when it comes to hold more of the machine's memory than {@link
     * ProcessLimits#residentBytes}, on the process's tail thread; soon if it does so already. After
     * it was told it is told again only once nine tenths of the limit were enough for a while.
     *
     * @return closed to hear no more; does nothing if there is no such limit
     */
    Subscription listenToMemory(Consumer<MemoryUse> listener);

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

    /**
     * Ends it and all its descendants in the way given. Does not block. A second call can only make
     * it faster.
     */
    Reply<ProcessExit> end(Ending ending);

    /**
     * Stops watching without ending it; a later host may adopt it. Whoever waits for its exit or
     * for its being ready is told so by a {@link ProcessException}.
     */
    void release();
}
