package org.scaena.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Starts, adopts and watches external programs. A service; safe for use by several threads. */
@ProviderType
public interface ProcessManager {

    /**
     * Where a program is on this machine.
     *
     * @throws ProcessException if it is nowhere; the message lists the places and the remedy
     */
    Path find(Program program);

    /**
     * Starts a program and returns as soon as the system has made the process.
     *
     * @throws ProcessException if the program is not found or cannot be started
     */
    ManagedProcess start(ProcessSpec spec);

    /**
     * Takes over a running process that an earlier host started.
     *
     * @return empty if no process with this pid, start time and token lives
     */
    Optional<ManagedProcess> adopt(ProcessIdentity identity, ProcessSpec spec);

    /** The living processes that were started or adopted here. */
    List<ManagedProcess> processes();
}
