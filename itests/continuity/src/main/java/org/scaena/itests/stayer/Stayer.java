package org.scaena.itests.stayer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.scaena.itests.continuity.PluginJar;

/** Does not return when it is to stop. */
public final class Stayer implements BundleActivator {

    /** For the framework. */
    public Stayer() {}

    /** Puts it into the home of a host. */
    public static void into(Path home) throws IOException {
        new PluginJar(
                        "stayer",
                        Stayer.class,
                        Stream.of(),
                        Map.of(),
                        Stream.of("org.osgi.framework"))
                .deploy(home, "stayer.jar");
    }

    @Override
    public void start(BundleContext context) {
        // there is nothing to do
    }

    @Override
    public void stop(BundleContext context) throws InterruptedException {
        new CountDownLatch(1).await();
    }
}
