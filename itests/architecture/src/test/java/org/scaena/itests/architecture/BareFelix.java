package org.scaena.itests.architecture;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.wiring.FrameworkWiring;

/** A Felix in this JVM with some bundles installed; none of them is ever started. */
final class BareFelix implements AutoCloseable {

    private final Framework felix;
    private final List<Bundle> bundles = new ArrayList<>();

    BareFelix(Path cache, List<Path> jars) throws BundleException {
        felix =
                new FrameworkFactory()
                        .newFramework(Map.of(Constants.FRAMEWORK_STORAGE, cache.toString()));
        felix.init();
        for (Path jar : jars) {
            bundles.add(felix.getBundleContext().installBundle(jar.toUri().toString()));
        }
    }

    List<Bundle> bundles() {
        return List.copyOf(bundles);
    }

    /** Resolves all bundles; one sentence for each that cannot be, with what it misses. */
    List<String> unresolved() {
        felix.adapt(FrameworkWiring.class).resolveBundles(bundles);
        return bundles.stream()
                .filter(bundle -> bundle.getState() == Bundle.INSTALLED)
                .map(BareFelix::whatIsMissing)
                .toList();
    }

    /** Only an attempt to start a bundle makes the framework tell why it cannot be resolved. */
    private static String whatIsMissing(Bundle bundle) {
        try {
            bundle.start();
            return bundle + " resolves only when it is started alone";
        } catch (BundleException e) {
            return e.getMessage();
        }
    }

    @Override
    public void close() throws BundleException {
        felix.stop();
        try {
            felix.waitForStop(10_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
