package org.scaena.synthdef.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.scaena.command.ServerException;
import org.scaena.synthdef.SynthDefRegistration;
import org.scaena.synthdef.SynthDefRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file of a watched folder, which owns its definitions.
 *
 * <p>It is read when it has not changed for a while, and what was registered before stays until it
 * could be read again; so a half-written file changes nothing.
 */
final class WatchedFile {

    private static final Logger LOG = LoggerFactory.getLogger(WatchedFile.class);
    private static final Duration WHILE = Duration.ofSeconds(1);

    private record Stamp(FileTime changed, long size) {

        static Stamp of(Path file) throws IOException {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new Stamp(attributes.lastModifiedTime(), attributes.size());
        }

        boolean isOld() {
            return changed.toInstant().isBefore(Instant.now().minus(WHILE));
        }
    }

    private final SynthDefRegistry registry;
    private final Path path;
    private @Nullable Stamp seen;
    private @Nullable Stamp read;
    private @Nullable SynthDefRegistration registration;

    WatchedFile(SynthDefRegistry registry, Path path) {
        this.registry = registry;
        this.path = path;
    }

    /** Reads it if it has changed, but not lately. */
    void look() {
        try {
            Stamp now = Stamp.of(path);
            boolean settled = now.equals(seen) || now.isOld();
            seen = now;
            if (settled && !now.equals(read)) {
                byte[] bytes = Roots.bytes(path);
                if (now.equals(Stamp.of(path))) {
                    read = now;
                    register(bytes);
                }
            }
        } catch (IOException unreadable) {
            LOG.debug("{} is looked at again", path, unreadable);
        }
    }

    private void register(byte[] bytes) {
        try {
            SynthDefRegistration before = registration;
            registration = registry.register(bytes, path.toString(), path.toString());
            if (before != null) {
                before.close();
            }
            LOG.info("{}: {}", path, before == null ? "registered" : "registered anew");
        } catch (ServerException refused) {
            LOG.warn("{} is left until it changes: {}", path, refused.getMessage());
        }
    }

    /** The file is gone, and with it its definitions. */
    void close() {
        SynthDefRegistration before = registration;
        if (before != null) {
            before.close();
            LOG.info("{}: withdrawn", path);
        }
    }
}
