package org.scaena.server.internal;

import org.jspecify.annotations.Nullable;
import org.osgi.annotation.bundle.Header;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.wiring.BundleWiring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads the classes of this bundle on a thread of its own from the moment in which it starts: while
 * it is replaced nobody can use the server, and most of that time goes by with loading.
 */
@Header(name = Constants.BUNDLE_ACTIVATOR, value = "${@class}")
public final class HeadStart implements BundleActivator {

    private static final Logger LOG = LoggerFactory.getLogger(HeadStart.class);
    private static final String SUFFIX = ".class";

    private @Nullable Thread thread;

    /** Begins. */
    @Override
    public void start(BundleContext context) {
        BundleWiring wiring = context.getBundle().adapt(BundleWiring.class);
        Thread loading = new Thread(() -> load(wiring), "scaena-head-start");
        loading.setDaemon(true);
        loading.start();
        thread = loading;
    }

    private static void load(BundleWiring wiring) {
        String folder = HeadStart.class.getPackageName().replace('.', '/');
        try {
            for (String file :
                    wiring.listResources(folder, "*" + SUFFIX, BundleWiring.LISTRESOURCES_LOCAL)) {
                if (Thread.currentThread().isInterrupted()) {
                    return;
                }
                String name = file.substring(0, file.length() - SUFFIX.length()).replace('/', '.');
                link(Class.forName(name, false, wiring.getClassLoader()));
            }
        } catch (ClassNotFoundException | LinkageError | RuntimeException stopped) {
            LOG.debug("the rest is loaded when it is used", stopped);
        }
    }

    /**
     * Has it verified; not initialized, as two threads could wait for each other for ever if they
     * did that with classes of which each needs the other.
     */
    private static void link(Class<?> type) {
        type.getDeclaredConstructors();
    }

    /** Gives up. */
    @Override
    public void stop(BundleContext context) {
        Thread loading = thread;
        if (loading != null) {
            loading.interrupt();
        }
    }
}
