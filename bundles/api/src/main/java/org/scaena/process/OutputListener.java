package org.scaena.process;

import org.osgi.annotation.versioning.ConsumerType;

/** Hears what a process prints. */
@ConsumerType
public interface OutputListener {

    /** One line, on the process's tail thread, in order; must return at once. */
    void line(OutputLine line);
}
