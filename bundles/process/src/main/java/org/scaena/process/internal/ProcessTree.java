package org.scaena.process.internal;

import java.util.LinkedHashSet;
import java.util.Set;
import org.scaena.process.ProcessIdentity;

/**
 * A process and all that came from it: its descendants, and those who lost their parent but are
 * still of its session or carry its token. Nobody else is ever touched.
 */
final class ProcessTree {

    private final ProcessHandle root;
    private final String token;

    ProcessTree(ProcessHandle root, ProcessIdentity identity) {
        this.root = root;
        this.token = identity.token();
    }

    /** Asks all to end. */
    void terminate() {
        members().forEach(ProcessHandle::destroy);
    }

    /** Ends all. */
    void kill() {
        members().forEach(ProcessHandle::destroyForcibly);
    }

    /** Ends all that outlived the root. */
    void killOrphans() {
        ProcFs.kinOf(root.pid(), token).forEach(ProcessHandle::destroyForcibly);
    }

    private Set<ProcessHandle> members() {
        Set<ProcessHandle> members = new LinkedHashSet<>();
        members.add(root);
        root.descendants().forEach(members::add);
        members.addAll(ProcFs.kinOf(root.pid(), token));
        return members;
    }
}
