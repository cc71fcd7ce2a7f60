package org.scaena.itests.leaker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.scaena.itests.continuity.PluginJar;

/** Holds ever more from the moment in which it is asked to. */
public final class Leaker implements BundleActivator {

    private static final String ASKED = "leak";
    private static final int PIECE_BYTES = 1 << 20;
    private static final Duration PAUSE = Duration.ofMillis(5);

    private final List<byte[]> held = new ArrayList<>();
    private volatile boolean stopped;

    /** For the framework. */
    public Leaker() {}

    /** Puts it into the home of a host. */
    public static void into(Path home) throws IOException {
        new PluginJar(
                        "leaker",
                        Leaker.class,
                        Stream.of(),
                        Map.of(),
                        Stream.of("org.osgi.framework"))
                .deploy(home, "leaker.jar");
    }

    /** Asks it to leak, in the host of a home. */
    public static void ask(Path home) throws IOException {
        Files.createFile(home.resolve(ASKED));
    }

    @Override
    public void start(BundleContext context) {
        Path home = Path.of(System.getProperty("scaena.home", "."));
        Thread thread = new Thread(() -> run(home.resolve(ASKED)), "leaker");
        thread.setDaemon(true);
        thread.start();
    }

    private void run(Path asked) {
        while (!stopped) {
            LockSupport.parkNanos(PAUSE.toNanos());
            if (Files.exists(asked)) {
                held.add(new byte[PIECE_BYTES]);
            }
        }
    }

    @Override
    public void stop(BundleContext context) {
        stopped = true;
    }
}
