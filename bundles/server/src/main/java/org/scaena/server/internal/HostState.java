package org.scaena.server.internal;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** Whether the host as a whole ends. */
final class HostState {

    private HostState() {}

    /** Whether the framework stops, and with it all bundles; also once they have stopped. */
    static boolean isEnding(BundleContext context) {
        Bundle framework = context.getBundle(0);
        return framework == null || (framework.getState() & (Bundle.STARTING | Bundle.ACTIVE)) == 0;
    }
}
