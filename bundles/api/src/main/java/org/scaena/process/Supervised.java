package org.scaena.process;

import java.util.Optional;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ConsumerType;
import org.scaena.command.Reply;

/**
 * Something that is kept running: a process, or all that belongs to it. Called on the supervisor's
 * thread, one call after the other, except {@link #stop()}.
 */
@ConsumerType
public interface Supervised {

    /** For people and threads, for example {@code scsynth default}. */
    String name();

    /**
     * What has to be there before it is started, for example {@code a JACK server}; empty if all is
     * there. Asked twice a second for as long as something is missing; nothing is started
     * meanwhile, and no attempt is counted.
     */
    default Optional<String> waitsFor() {
        return Optional.empty();
    }

    /**
     * Starts it and blocks until it is proved ready. Interrupted if it is no longer wanted.
     * Whatever it has started when it throws, it has ended.
     *
     * @param progress told what is done, for people
     * @return completes when it has ended
     * @throws RuntimeException if it did not become ready
     */
    Reply<ProcessExit> start(Consumer<String> progress);

    /**
     * It has ended unasked, or did not become ready, and will be started again. The place to leave
     * out what has killed it.
     */
    default void beforeRestart(Restart restart) {}

    /**
     * Ends it if it runs; blocks until it has ended. On the thread of who closes the supervisor, or
     * of the supervisor above.
     */
    void stop();
}
