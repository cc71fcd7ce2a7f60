package org.scaena.server.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.scaena.buffer.BufferInfo;
import org.scaena.command.NotRunningException;
import org.scaena.command.Reply;
import org.scaena.command.ServerException;
import org.scaena.ledger.DefinitionEntry;
import org.scaena.server.BlackBox;
import org.scaena.server.Replay;
import org.scaena.server.ReplayReport;
import org.scaena.synthdef.RegisteredSynthDef;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Records what a server is sent, saves it when that ends unasked, and plays it again. */
final class LiveBlackBox implements BlackBox {

    private static final Logger LOG = LoggerFactory.getLogger(LiveBlackBox.class);

    /**
     * Whatever is known of a server is known a little later than it was sent: how late the mirror
     * of its tree may be. So much is played once more, and fails where it is there, or gone,
     * already.
     */
    private static final Duration OVERLAP = Duration.ofMillis(500);

    /** How long the host's end waits for a file to be written. */
    private static final Duration WRITE_LIMIT = Duration.ofSeconds(2);

    private final Life life;
    private final Set<Reply<Path>> writing = ConcurrentHashMap.newKeySet();
    private final Set<Reply<ReplayReport>> replaying = ConcurrentHashMap.newKeySet();
    private volatile Recording recording;

    LiveBlackBox(Life life) {
        this.life = life;
        this.recording = Recording.fromNow(life.settings().blackBox());
    }

    private BlackBoxFiles folder() {
        return new BlackBoxFiles(
                life.settings().state().resolve("blackbox"), life.settings().name());
    }

    // ---- on the life thread

    /**
     * A server is about to be spoken to.
     *
     * @param isNew whether its process has just been started
     */
    void begin(boolean isNew) {
        BlackBoxSettings settings = life.settings().blackBox();
        recording = isNew ? Recording.fromBegin(settings) : Recording.fromNow(settings);
    }

    /** Where the links of the server of the moment tell what they send. */
    Recording recording() {
        return recording;
    }

    /** Notes from time to time what a running server has. */
    void tick(ServerRun up) {
        Recording now = recording;
        if (now.wantsOpening()) {
            List<LiveClient> clients =
                    Stream.concat(Stream.of(up.client()), life.plugins().activations().clients())
                            .toList();
            now.add(
                    new Opening(
                            System.nanoTime() - OVERLAP.toNanos(),
                            definitions(life.definitions().entries()),
                            clients.stream().flatMap(LiveBlackBox::buffers).toList(),
                            up.client().buffers().entries(),
                            up.client().buses().entries(),
                            up.tree().snapshot()));
        }
    }

    private List<RegisteredSynthDef> definitions(List<DefinitionEntry> had) {
        try {
            return life.services().definitions().definitions().stream()
                    .filter(each -> had.contains(new DefinitionEntry(each.name(), each.hash())))
                    .toList();
        } catch (ServerException noRegistry) {
            LOG.debug("no definitions for the black box", noRegistry);
            return List.of();
        }
    }

    private static Stream<BufferInfo> buffers(LiveClient client) {
        return client.buffers().infos();
    }

    /** The server has gone unasked: what it was sent is saved on a thread of its own. */
    void ended() {
        Recording last = recording;
        forget();
        if (last.isOn()) {
            write(last)
                    .whenComplete(
                            (file, failure) -> {
                                if (failure == null) {
                                    LOG.info(
                                            "server '{}': what it was sent before its end is in {}"
                                                    + " (sc:replay {})",
                                            life.settings().name(),
                                            file,
                                            file.getFileName());
                                } else {
                                    LOG.warn(
                                            "server '{}': its black box was not saved: {}",
                                            life.settings().name(),
                                            failure.getMessage());
                                }
                            });
        }
    }

    /** The server has gone as asked. */
    void forget() {
        recording = Recording.fromNow(new BlackBoxSettings(Duration.ZERO, 0));
    }

    // ---- on any thread

    private Reply<Path> write(Recording what) {
        BlackBoxFiles files = folder();
        return inBackground("saving the black box", writing, reply -> write(what, files));
    }

    private Path write(Recording what, BlackBoxFiles files) {
        try {
            return files.write(what.score(life.services().transport().codec()));
        } catch (IOException unwritable) {
            throw new ServerException("a file could not be written: " + unwritable, unwritable);
        }
    }

    private <T> Reply<T> inBackground(String what, Set<Reply<T>> open, Function<Reply<T>, T> work) {
        Reply<T> reply = new Reply<>(what);
        open.add(reply);
        reply.whenComplete((done, failure) -> open.remove(reply));
        Thread thread =
                new Thread(() -> complete(reply, work), "scaena-box-" + life.settings().name());
        thread.setDaemon(true);
        thread.start();
        return reply;
    }

    private static <T> void complete(Reply<T> reply, Function<Reply<T>, T> work) {
        try {
            reply.complete(work.apply(reply));
        } catch (RuntimeException failed) {
            reply.completeExceptionally(failed);
        }
    }

    @Override
    public List<Path> files() {
        return folder().list();
    }

    @Override
    public Reply<Path> save() {
        if (life.state().run().isEmpty()) {
            return Reply.failed(
                    new NotRunningException(
                            life.settings().name() + " is not running: boot it first"));
        }
        Recording now = recording;
        return now.isOn()
                ? write(now)
                : Reply.failed(
                        new IllegalStateException(
                                "nothing is recorded: set blackBoxMinutes of server '%s' to more than 0"
                                        .formatted(life.settings().name())));
    }

    @Override
    public Reply<ReplayReport> replay(Replay replay, Consumer<String> progress) {
        Path file = folder().find(replay.file());
        return inBackground(
                "the replay of " + file,
                replaying,
                reply ->
                        new Replays(life, progress, reply::isDone)
                                .play(
                                        ScoreFile.read(file, life.services().transport().codec()),
                                        replay));
    }

    /** Ends replays; what is being written is finished. */
    void close() {
        replaying.forEach(reply -> reply.cancel(false));
        for (Reply<Path> reply : writing) {
            if (!Uninterrupted.isDoneWithin(reply, WRITE_LIMIT)) {
                LOG.warn("{} takes too long: the host does not wait for it", reply);
            }
        }
    }
}
