package org.scaena.itests.host;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.wiring.FrameworkWiring;

/** Stops, starts, updates and refreshes bundles at random, and remembers what it did. */
final class Monkey {

    private enum Act {
        STOP,
        START,
        UPDATE,
        REFRESH
    }

    private static final int LIMIT_SECONDS = 60;

    private final BundleContext context;
    private final Random random;
    private final Map<Bundle, Path> victims = new LinkedHashMap<>();
    private final List<String> deeds = new ArrayList<>();

    Monkey(BundleContext context, long seed) {
        this.context = context;
        this.random = new Random(seed);
    }

    /** One more bundle to play with. */
    void likes(Bundle bundle, Path jar) {
        victims.put(bundle, jar);
    }

    Random random() {
        return random;
    }

    /** Does one thing, whatever comes of it. */
    synchronized void act(String when) {
        List<Bundle> bundles = List.copyOf(victims.keySet());
        Bundle bundle = bundles.get(random.nextInt(bundles.size()));
        Act act = Act.values()[random.nextInt(Act.values().length)];
        deeds.add("%s: %s %s".formatted(when, act, bundle.getSymbolicName()));
        try {
            switch (act) {
                case STOP -> bundle.stop();
                case START -> bundle.start();
                case UPDATE -> update(bundle);
                case REFRESH -> refresh(bundle);
            }
        } catch (BundleException | IOException failed) {
            throw new AssertionError(history(), failed);
        }
    }

    private void update(Bundle bundle) throws BundleException, IOException {
        try (InputStream in = Files.newInputStream(victims.get(bundle))) {
            bundle.update(in);
        }
    }

    private void refresh(Bundle bundle) {
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
        try {
            if (!refreshed.await(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("not refreshed; " + history());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Starts all that it has stopped. */
    synchronized void restoreAll() throws BundleException {
        for (Bundle bundle : victims.keySet()) {
            bundle.start();
        }
        deeds.add("-- all started");
    }

    int count() {
        return (int) deeds.stream().filter(deed -> !deed.startsWith("--")).count();
    }

    /** What it did last. */
    String history() {
        return "last: "
                + String.join("\n", deeds.subList(Math.max(0, deeds.size() - 30), deeds.size()));
    }
}
