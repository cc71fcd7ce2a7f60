package org.scaena.process.internal;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.scaena.process.ProcessException;

/**
 * Asks whether a JACK server runs, and never starts one by asking.
 *
 * <p>A server listens on a socket named after it and the user. A connection of which we close our
 * half at once is closed by the server too, in less than a millisecond, as soon as its driver runs;
 * all versions of JACK 2 do so, whatever else has changed in their protocol. One line about an
 * unreadable socket appears in the server's output.
 */
final class JackProbe {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final List<Path> directories;
    private final Duration patience;

    JackProbe() {
        // JACK's own choice on Linux, and elsewhere.
        this(List.of(Path.of("/dev/shm"), Path.of("/tmp")), PATIENCE);
    }

    JackProbe(List<Path> directories, Duration patience) {
        this.directories = directories;
        this.patience = patience;
    }

    /**
     * Whether a JACK server of this name runs.
     *
     * @throws ProcessException if there is one that does not answer
     */
    boolean isRunning(String server) {
        return isRunning(server, patience);
    }

    /** The same for a server that has just been started and may need that long to answer. */
    boolean isRunning(String server, Duration limit) {
        return socket(server).filter(socket -> answers(server, socket, limit)).isPresent();
    }

    /** Whether somebody listens for its clients; costs the server nothing, but may be frozen. */
    boolean isThere(String server) {
        return socket(server).filter(JackProbe::accepts).isPresent();
    }

    private static boolean accepts(Path socket) {
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            return channel.isConnected();
        } catch (ClosedByInterruptException notKnown) {
            // not absence: who took it for that would start a second server of this name
            throw new ProcessException("interrupted while looking for a JACK server", notKnown);
        } catch (IOException nobodyListens) {
            return false;
        }
    }

    private Optional<Path> socket(String server) {
        String name =
                System.getenv("JACK_PROMISCUOUS_SERVER") == null
                        ? "jack_%s_%s_0".formatted(server, ProcFs.userId())
                        : "jack_%s_0".formatted(server);
        return directories.stream()
                .map(directory -> directory.resolve(name))
                .filter(Files::exists)
                .findFirst();
    }

    private static boolean answers(String server, Path socket, Duration limit) {
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket));
                Selector selector = Selector.open()) {
            channel.shutdownOutput();
            channel.configureBlocking(false);
            channel.register(selector, SelectionKey.OP_READ);
            if (selector.select(Math.max(1, limit.toMillis())) == 0) {
                throw new ProcessException(
                        "the JACK server %s does not answer: end it, or wait until it goes on"
                                .formatted(server));
            }
            channel.read(ByteBuffer.allocate(1));
            return true;
        } catch (ClosedByInterruptException notKnown) {
            // not absence: who took it for that would start a second server of this name
            throw new ProcessException("interrupted while looking for a JACK server", notKnown);
        } catch (IOException nobodyListens) {
            return false;
        }
    }
}
