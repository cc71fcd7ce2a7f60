package org.scaena.process.internal;

import java.io.OutputStream;
import java.util.Optional;
import java.util.OptionalInt;
import org.scaena.process.ProcessSpec.Input;

/**
 * A process that is not our child: the system does not tell us of its end, nor its exit code.
 *
 * @param handle its handle
 * @param startTicks what /proc says of its start, where there is a /proc
 */
record AdoptedSubject(ProcessHandle handle, Optional<Long> startTicks) implements Subject {

    @Override
    public boolean isAlive() {
        if (startTicks.isEmpty()) {
            return handle.isAlive();
        }
        return ProcFs.startTicks(handle.pid()).equals(startTicks);
    }

    @Override
    public OptionalInt exitCode() {
        return OptionalInt.empty();
    }

    @Override
    public void onExit(Runnable action) {
        // Java's own way looks only every few seconds; the tail thread looks more often.
    }

    @Override
    public Optional<OutputStream> input(Input kind) {
        return Optional.empty();
    }
}
