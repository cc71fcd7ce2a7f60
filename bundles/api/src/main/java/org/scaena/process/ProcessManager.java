package org.scaena.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Starts, adopts and watches external programs. A service; safe for use by several threads. */
@ProviderType
public interface ProcessManager {

    /**
     * Where a program is on this machine.
     *
     * @throws ProgramException if it is nowhere; the message lists the places and the remedy
     */
    Path find(Program program);

    /**
     * The version that a program says it has, for example {@code 3.13.0}; empty if it says none.
     * Blocks while the program runs, about 0.1 s; it is asked once.
     *
     * @throws ProgramException if it is nowhere
     */
    Optional<String> version(Program program);

    /** Who has a port; empty if it is free. */
    Optional<PortHolder> portHolder(Port port);

    /**
     * Starts a program and returns as soon as the system has made the process.
     *
     * <p>If a process that this installation started, but whose host is gone, holds one of its
     * ports, that is ended first.
     *
     * @throws ProgramException if the program is not found
     * @throws ProcessException if one of its ports is taken, or it cannot be started
     */
    ManagedProcess start(ProcessSpec spec);

    /**
     * Takes over a running process that an earlier host started.
     *
     * @return empty if no process with this pid, start time and token lives
     */
    Optional<ManagedProcess> adopt(ProcessIdentity identity, ProcessSpec spec);

    /**
     * Keeps something running from now on.
     *
     * @param listener hears what happens to it
     */
    Supervisor supervise(Supervised unit, RestartPolicy policy, SupervisionListener listener);

    /**
     * A program as something that can be supervised: started, proved, ended.
     *
     * @param limit how long it may take to be ready; after that it is ended as unresponsive
     * @param ending how it is stopped
     */
    Supervised unit(ProcessSpec spec, Readiness<?> readiness, Duration limit, Ending ending);

    /** The living processes that were started or adopted here. */
    List<ManagedProcess> processes();
}
