package org.scaena.server.internal;

import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;

/** Names the bundles to which things belong. */
final class Owners {

    /** Owns what the host makes for itself. */
    static final String HOST = "scaena";

    private Owners() {}

    static String of(Bundle bundle) {
        String name = bundle.getSymbolicName();
        return name == null ? bundle.getLocation() : name;
    }

    /** Of code that was handed over as it is. */
    static String of(Object code) {
        Bundle bundle = FrameworkUtil.getBundle(code.getClass());
        return bundle == null ? HOST : of(bundle);
    }

    static String of(ServiceReference<?> reference) {
        Bundle bundle = reference.getBundle();
        return bundle == null ? "nobody" : of(bundle);
    }
}
