package org.scaena.process.internal;

import java.io.OutputStream;
import java.util.Optional;
import java.util.OptionalInt;
import org.scaena.process.ProcessSpec.Input;

/** A child of this JVM. */
record ChildSubject(Process process) implements Subject {

    @Override
    public ProcessHandle handle() {
        return process.toHandle();
    }

    @Override
    public boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public OptionalInt exitCode() {
        return process.isAlive() ? OptionalInt.empty() : OptionalInt.of(process.exitValue());
    }

    @Override
    public void onExit(Runnable action) {
        process.onExit().thenRun(action);
    }

    @Override
    public Optional<OutputStream> input(Input kind) {
        return kind == Input.PIPE ? Optional.of(process.getOutputStream()) : Optional.empty();
    }
}
