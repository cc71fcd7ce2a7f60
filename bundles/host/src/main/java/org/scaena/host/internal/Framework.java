package org.scaena.host.internal;

import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.startlevel.FrameworkStartLevel;

/** This process and its framework. */
record Framework(BundleContext context, ProcessStart start) implements Surroundings {

    /**
     * Bundles at start levels up to this, and above the beginning, start when the host is ready.
     */
    private static final int FACES = 20;

    @Override
    public Duration age() {
        return start.age();
    }

    @Override
    public boolean settled() {
        return system().getState() == Bundle.ACTIVE;
    }

    @Override
    public String idleBundles() {
        return Arrays.stream(context.getBundles())
                .filter(bundle -> bundle.getState() != Bundle.ACTIVE)
                .filter(Framework::shouldRun)
                .map(Bundle::getSymbolicName)
                .collect(Collectors.joining(", "));
    }

    @Override
    public void startFaces() {
        level().setStartLevel(Math.max(FACES, level().getStartLevel()));
    }

    private static boolean shouldRun(Bundle bundle) {
        BundleStartLevel level = bundle.adapt(BundleStartLevel.class);
        return level.isPersistentlyStarted() && level.getStartLevel() < FACES;
    }

    private FrameworkStartLevel level() {
        return system().adapt(FrameworkStartLevel.class);
    }

    private Bundle system() {
        return context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION);
    }
}
