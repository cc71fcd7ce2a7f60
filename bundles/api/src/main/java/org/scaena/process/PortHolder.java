package org.scaena.process;

import java.util.Optional;

/**
 * Who has a port.
 *
 * @param command the program, for example {@code scsynth}; empty if the system does not tell
 * @param pid its process; 0 if the system does not tell
 * @param identity who it is if a host of ours started it
 */
public record PortHolder(String command, long pid, Optional<ProcessIdentity> identity) {

    /** For people, for example {@code sclang (pid 4711)}. */
    @Override
    public String toString() {
        return pid == 0 ? "another user's program" : "%s (pid %d)".formatted(command, pid);
    }
}
