package org.scaena.itests.continuity;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.BundleListener;

/** A folder that is watched, as {@code deploy} of an installation is. */
public final class HotDeploy {

    private static final int LIMIT_SECONDS = 30;

    private final BundleContext context;
    private final Path folder;

    /** A folder that somebody watches. */
    public HotDeploy(BundleContext context, Path folder) {
        this.context = context;
        this.folder = folder;
    }

    /** Puts a bundle's file into the folder, and waits until it is in its place. */
    public void deploy(Bundle bundle, Path jar) throws IOException, InterruptedException {
        CountDownLatch updated = new CountDownLatch(1);
        CountDownLatch started = new CountDownLatch(1);
        BundleListener listener =
                event -> {
                    if (event.getBundle() == bundle) {
                        if (event.getType() == BundleEvent.UPDATED) {
                            updated.countDown();
                        } else if (event.getType() == BundleEvent.STARTED
                                && updated.getCount() == 0) {
                            started.countDown();
                        }
                    }
                };
        context.addBundleListener(listener);
        try {
            Path file = folder.resolve(bundle.getSymbolicName() + ".jar");
            Path whole = folder.resolveSibling(folder.getFileName() + ".whole");
            copy(jar, whole);
            Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING);
            if (!started.await(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("not deployed: " + bundle);
            }
        } finally {
            context.removeBundleListener(listener);
        }
    }

    /** Another file of the same content, so that it is seen to be new. */
    private static void copy(Path jar, Path to) throws IOException {
        try (InputStream in = Files.newInputStream(jar);
                ZipInputStream from = new ZipInputStream(in);
                OutputStream out = Files.newOutputStream(to);
                ZipOutputStream into = new ZipOutputStream(out)) {
            for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                into.putNextEntry(new ZipEntry(entry.getName()));
                from.transferTo(into);
            }
        }
    }
}
