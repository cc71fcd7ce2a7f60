package org.scaena.synthdef.internal;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.util.tracker.BundleTracker;
import org.scaena.synthdef.ProvidesSynthDefs;
import org.scaena.synthdef.SynthDefRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Registers the {@code .scsyndef} files of started bundles whose manifest names folders, and
 * withdraws them when the bundle stops.
 *
 * <p>Works on the thread that starts or stops the bundle.
 *
 * @see ProvidesSynthDefs
 */
@Component(service = {})
@Capability(
        namespace = "osgi.extender",
        name = ProvidesSynthDefs.EXTENDER,
        version = "1.0.0",
        uses = ProvidesSynthDefs.class)
public final class SynthDefExtender {

    private static final Logger LOG = LoggerFactory.getLogger(SynthDefExtender.class);

    private final SynthDefRegistry registry;
    private final BundleTracker<Contribution> tracker;

    /** Registers the files of the bundles that are started, now and from now on. */
    @Activate
    public SynthDefExtender(BundleContext context, @Reference SynthDefRegistry registry) {
        this.registry = registry;
        tracker = new Tracker(context);
        tracker.open();
    }

    /** Withdraws everything. */
    @Deactivate
    public void close() {
        tracker.close();
    }

    private Contribution contribution(Bundle bundle, String header) {
        Contribution contribution = new Contribution(registry, bundle);
        try {
            Folder.of(header).forEach(folder -> add(bundle, folder, contribution));
        } catch (IllegalArgumentException unreadable) {
            LOG.warn("Passing over the definitions of {}: {}", bundle, unreadable.getMessage());
        }
        return contribution;
    }

    private static void add(Bundle bundle, Folder folder, Contribution contribution) {
        List<URL> files = files(bundle, folder.path());
        if (files.isEmpty()) {
            LOG.warn(
                    "{} has no .scsyndef file in '{}', the folder that {} in its manifest names",
                    bundle,
                    folder.path(),
                    ProvidesSynthDefs.HEADER);
        }
        for (URL file : files) {
            String name = file.getPath().substring(1);
            try (InputStream in = file.openStream()) {
                // one byte more than is read, so that the reader finds a longer file too long
                byte[] bytes = in.readNBytes(ScsyndefReader.MAX_BYTES + 1);
                contribution.add(bytes, name, folder.sending());
            } catch (IOException e) {
                LOG.warn("Passing over {} of {}: {}", name, bundle, e.toString());
            }
        }
    }

    private static List<URL> files(Bundle bundle, String folder) {
        Enumeration<URL> entries = bundle.findEntries(folder, "*.scsyndef", false);
        return entries == null
                ? List.of()
                : Collections.list(entries).stream()
                        .sorted(Comparator.comparing(URL::getPath))
                        .toList();
    }

    private final class Tracker extends BundleTracker<Contribution> {

        Tracker(BundleContext context) {
            super(context, Bundle.ACTIVE, null);
        }

        @Override
        public @Nullable Contribution addingBundle(Bundle bundle, @Nullable BundleEvent event) {
            String header = bundle.getHeaders("").get(ProvidesSynthDefs.HEADER);
            return header == null ? null : contribution(bundle, header);
        }

        @Override
        public void removedBundle(
                Bundle bundle, @Nullable BundleEvent event, Contribution contribution) {
            contribution.close();
        }
    }
}
