package org.scaena.synthdef.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.scaena.synthdef.SynthDefRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Registers the files of folders as they come, change and go. Sub-folders are not looked at.
 *
 * <p>What is there at the start is registered on the thread that activates it, the rest on a thread
 * of its own.
 */
@Component(
        service = {},
        immediate = true,
        configurationPid = SynthDefConfiguration.PID)
public final class WatchedFolders {

    private static final Logger LOG = LoggerFactory.getLogger(WatchedFolders.class);

    private final SynthDefRegistry registry;
    private final List<Path> folders;
    private final Map<Path, WatchedFile> files = new HashMap<>();
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(WatchedFolders::thread);

    /** Watches the folders of the configuration. */
    @Activate
    public WatchedFolders(
            @Reference SynthDefRegistry registry, SynthDefConfiguration configuration) {
        this(registry, Home.resolve(configuration.watched()));
        int period = configuration.watchPeriodMillis();
        if (!folders.isEmpty()) {
            thread.scheduleWithFixedDelay(this::look, period, period, TimeUnit.MILLISECONDS);
        }
    }

    /** Looks once. */
    WatchedFolders(SynthDefRegistry registry, List<Path> folders) {
        this.registry = registry;
        this.folders = folders;
        look();
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "scaena-synthdef-folders");
        thread.setDaemon(true);
        return thread;
    }

    /** Looks at every file of every folder. */
    synchronized void look() {
        try {
            Set<Path> there = list();
            for (Path file : there) {
                files.computeIfAbsent(file, path -> new WatchedFile(registry, path)).look();
            }
            files.forEach(
                    (path, file) -> {
                        if (!there.contains(path)) {
                            file.close();
                        }
                    });
            files.keySet().retainAll(there);
        } catch (IOException | RuntimeException unreadable) {
            LOG.warn("Watched folders could not be read; next try soon", unreadable);
        }
    }

    private Set<Path> list() throws IOException {
        Set<Path> all = new LinkedHashSet<>();
        for (Path folder : folders) {
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(file -> file.toString().endsWith(Roots.SUFFIX))
                        .filter(Files::isRegularFile)
                        .sorted()
                        .forEach(all::add);
            } catch (NoSuchFileException none) {
                // it may still come
            }
        }
        return all;
    }

    /** Withdraws everything. */
    @Deactivate
    public void close() {
        thread.shutdownNow();
        synchronized (this) {
            files.values().forEach(WatchedFile::close);
            files.clear();
        }
    }
}
