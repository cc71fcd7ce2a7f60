package org.scaena.ledger.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.scaena.ledger.LedgerPage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The last page in a file, and the one before beside it.
 *
 * <p>A page is written under another name and takes the place of the last one when it is on the
 * disk, so there is a whole one at every moment.
 */
final class PageFile {

    private static final Logger LOG = LoggerFactory.getLogger(PageFile.class);

    private final Path directory;
    private final Path page;
    private final Path previous;
    private final Path coming;

    PageFile(Path directory, String name) {
        this.directory = directory;
        this.page = directory.resolve(name + ".json");
        this.previous = directory.resolve(name + ".previous.json");
        this.coming = directory.resolve(name + ".coming.json");
    }

    /** The newest page that is whole. */
    Optional<LedgerPage> read() {
        return read(page).or(() -> read(previous));
    }

    private static Optional<LedgerPage> read(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(SealedText.open(Files.readAllBytes(file)));
        } catch (IOException | DamagedPageException unusable) {
            LOG.warn("{} is left aside: {}", file, unusable.getMessage());
            return Optional.empty();
        }
    }

    void write(LedgerPage next) throws IOException {
        Files.createDirectories(directory);
        try (FileChannel channel =
                FileChannel.open(
                        coming,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(SealedText.seal(next));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        if (Files.exists(page)) {
            move(page, previous);
        }
        move(coming, page);
    }

    private static void move(Path from, Path to) throws IOException {
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
