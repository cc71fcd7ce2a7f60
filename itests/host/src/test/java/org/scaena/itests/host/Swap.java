package org.scaena.itests.host;

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
enum Swap {
    UPDATE {
        @Override
        void of(Bundle bundle, Path jar, BundleContext context, HotDeploy folder)
                throws BundleException, IOException {
            try (InputStream in = Files.newInputStream(jar)) {
                bundle.update(in);
            }
        }
    },
    REFRESH {
        @Override
        void of(Bundle bundle, Path jar, BundleContext context, HotDeploy folder)
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
    STOP_AND_START {
        @Override
        void of(Bundle bundle, Path jar, BundleContext context, HotDeploy folder)
                throws BundleException {
            bundle.stop();
            bundle.start();
        }
    },
    HOT_DEPLOY {
        @Override
        void of(Bundle bundle, Path jar, BundleContext context, HotDeploy folder)
                throws IOException, InterruptedException {
            folder.deploy(bundle, jar);
        }
    };

    private static final int LIMIT_SECONDS = 30;

    /** Replaces a bundle by itself; it runs again when this returns. */
    abstract void of(Bundle bundle, Path jar, BundleContext context, HotDeploy folder)
            throws Exception;
}
