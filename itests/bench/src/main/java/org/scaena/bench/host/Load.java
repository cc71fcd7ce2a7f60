package org.scaena.bench.host;

import static org.scaena.node.Controls.set;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.util.tracker.ServiceTracker;
import org.scaena.buffer.Buffer;
import org.scaena.buffer.BufferSource;
import org.scaena.node.Synth;
import org.scaena.server.Client;

/**
 * A plugin that does in a minute what a busy piece does in an hour: in each second of it 10 synths
 * come and go, 100 controls are set, a listener's question is answered; now and then a buffer comes
 * and goes. It runs in the host's JVM: {@link LoadPlugin} makes a bundle of it.
 */
public final class Load implements BundleActivator {

    /** Where it writes a line for each ten minutes, below the host's home. */
    static final String FILE = "logs/load.log";

    static final int MARKS = 6;

    private static final int SECONDS_PER_MARK = 600;
    private static final int SYNTHS = 10;
    private static final int SETS = 10;
    private static final int SECONDS_PER_BUFFER = 10;
    private static final long PATIENCE_MS = 60_000;

    private volatile boolean stopped;

    /** Made by the framework. */
    public Load() {}

    @Override
    public void start(BundleContext context) {
        Path file = Path.of(System.getProperty("scaena.home", "."), FILE);
        Thread thread = new Thread(() -> run(context, file), "scaena-bench-load");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void stop(BundleContext context) {
        stopped = true;
    }

    private void run(BundleContext context, Path file) {
        ServiceTracker<Client, Client> tracker = new ServiceTracker<>(context, Client.class, null);
        tracker.open();
        try {
            Client client = tracker.waitForService(PATIENCE_MS);
            write(file, "begins");
            for (int second = 1; !stopped && second <= MARKS * SECONDS_PER_MARK; second++) {
                second(client, second % SECONDS_PER_BUFFER == 0);
                if (second % SECONDS_PER_MARK == 0) {
                    write(file, "minute " + second / 60);
                }
            }
        } catch (IOException | InterruptedException | RuntimeException failed) {
            fail(file, failed);
        }
    }

    private static void second(Client client, boolean withBuffer) {
        for (int i = 0; i < SYNTHS; i++) {
            Synth synth = client.synth("s2", set("amp", 0));
            for (int k = 0; k < SETS; k++) {
                synth.set("freq", 200 + k);
            }
            synth.free();
        }
        if (withBuffer) {
            Buffer buffer = client.buffer(BufferSource.alloc(1024));
            buffer.ready().await();
            buffer.free().await();
        }
        client.sync().await();
    }

    private static void fail(Path file, Exception failed) {
        try {
            write(file, "failed: " + failed);
        } catch (IOException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }

    private static void write(Path file, String line) throws IOException {
        Files.write(file, List.of(line), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
