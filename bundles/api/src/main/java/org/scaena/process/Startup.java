package org.scaena.process;

import java.time.Duration;
import java.util.function.Predicate;
import org.osgi.annotation.versioning.ProviderType;

/** A process on its way to being usable, as its {@link Readiness} sees it. */
@ProviderType
public interface Startup {

    /** The process. */
    ManagedProcess process();

    /** How long it still has. */
    Duration left();

    /** Says what is waited for now, for example {@code waiting for /status}. */
    void progress(String step);

    /**
     * Blocks until the process has printed a line, which may have been before.
     *
     * @throws InterruptedException if the limit has passed or the process has ended
     */
    OutputLine awaitLine(Predicate<OutputLine> wanted) throws InterruptedException;
}
