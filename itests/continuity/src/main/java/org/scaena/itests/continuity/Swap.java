package org.scaena.itests.continuity;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.wiring.FrameworkWiring;

/** The ways in which a bundle is replaced while it runs. */
public enum Swap {
    /** It gets its file anew. */
    UPDATE {
        @Override
        public void of(Bundle bundle, Path jar, BundleContext context, HotDeploy folder)
                throws BundleException, IOException {
            try (InputStream in = Files.newInputStream(jar)) {
                bundle.update(in);
            }
        }
    },
    /** It is resolved and loaded anew. */
    REFRESH {
        @Override
        public void of(Bundle bundle, Path jar, BundleContext context, HotDeploy folder)
                throws InterruptedException {
            CountDownLatch refreshed = new CountDownLatch(1);
            context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION)
                    .adapt(FrameworkWiring.class)
                    .refreshBundles(
                            List.of(bundle),
                            event -> {
                                if (event.getType() == FrameworkEvent.PACKAGES_REFRESHED) {
                                    refreshed.countDown();
                                }
                            });
            if (!refreshed.await(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("not refreshed: " + bundle);
            }
        }
    },
    /** It is stopped, then started. */
    STOP_AND_START {
        @Override
        public void of(Bundle bundle, Path jar, BundleContext context, HotDeploy folder)
                throws BundleException {
            bundle.stop();
            bundle.start();
        }
    },
    /** Its file is put into the folder that is watched. */
    HOT_DEPLOY {
        @Override
        public void of(Bundle bundle, Path jar, BundleContext context, HotDeploy folder)
                throws IOException, InterruptedException {
            folder.deploy(bundle, jar);
        }
    };

    private static final int LIMIT_SECONDS = 30;

    /**
     * Replaces a bundle by itself; it runs again when this returns.
     *
     * @param folder a folder that is watched
     */
    public abstract void of(Bundle bundle, Path jar, BundleContext context, HotDeploy folder)
            throws Exception;
}
