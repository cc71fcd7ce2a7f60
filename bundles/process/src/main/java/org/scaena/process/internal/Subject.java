package org.scaena.process.internal;

import java.io.OutputStream;
import java.util.Optional;
import java.util.OptionalInt;
import org.scaena.process.ProcessSpec.Input;

/** The process itself, as the system shows it: our own child, or one that was taken over. */
sealed interface Subject permits ChildSubject, AdoptedSubject {

    /** Its handle. */
    ProcessHandle handle();

    /** Whether it lives; a zombie does not. */
    boolean isAlive();

    /** The exit code once it has ended; empty if it cannot be known. */
    OptionalInt exitCode();

    /** Runs something as soon as the system tells of the end, if it does. */
    void onExit(Runnable action);

    /** What goes to its standard input, if it has one of that kind which is ours. */
    Optional<OutputStream> input(Input kind);
}
