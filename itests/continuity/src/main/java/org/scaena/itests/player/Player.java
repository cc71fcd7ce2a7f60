package org.scaena.itests.player;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.util.tracker.ServiceTracker;
import org.scaena.itests.continuity.Piece;
import org.scaena.itests.continuity.PluginJar;
import org.scaena.server.Client;
import org.scaena.synthdef.SynthDefFormat;

/**
 * Begins the piece in the first host that it is put into; in later ones of that home it is mute.
 */
public final class Player implements BundleActivator {

    private static final long PATIENCE_MS = 60_000;
    private static final String RECORDING = "piece.wav";

    /** Holds the number of the buffer, once the piece plays. */
    private static final String PLAYING = "piece.playing";

    /** For the framework. */
    public Player() {}

    /** Puts it into the home of a host, with what it needs. */
    public static void into(Path home, Path continuity) throws IOException {
        Files.copy(continuity, home.resolve("deploy/continuity.jar"));
        new PluginJar(
                        "player",
                        Player.class,
                        Stream.of(),
                        Map.of(),
                        Stream.of(
                                "org.osgi.framework",
                                "org.osgi.util.tracker",
                                "org.scaena.itests.continuity",
                                "org.scaena.server",
                                "org.scaena.synthdef"))
                .deploy(home, "player.jar");
    }

    /** What is recorded in a home. */
    public static Path recording(Path home) {
        return home.resolve(RECORDING);
    }

    /** Through which buffer it is recorded; empty until it plays. */
    public static Optional<Integer> buffer(Path home) {
        try {
            Path playing = home.resolve(PLAYING);
            return Files.exists(playing)
                    ? Optional.of(Integer.valueOf(Files.readString(playing)))
                    : Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void start(BundleContext context) {
        Path home = Path.of(System.getProperty("scaena.home", "."));
        if (!Files.exists(home.resolve(PLAYING))) {
            Thread thread = new Thread(() -> play(context, home), "player");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private static void play(BundleContext context, Path home) {
        ServiceTracker<Client, Client> clients = new ServiceTracker<>(context, Client.class, null);
        ServiceTracker<SynthDefFormat, SynthDefFormat> formats =
                new ServiceTracker<>(context, SynthDefFormat.class, null);
        clients.open();
        formats.open();
        try {
            Client client = clients.waitForService(PATIENCE_MS);
            Piece.define(client, formats.waitForService(PATIENCE_MS));
            Piece piece = Piece.play(client, recording(home));
            Path whole = home.resolve(PLAYING + ".whole");
            Files.writeString(whole, Integer.toString(piece.buffer()));
            Files.move(whole, home.resolve(PLAYING), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public void stop(BundleContext context) {
        // the piece plays on
    }
}
