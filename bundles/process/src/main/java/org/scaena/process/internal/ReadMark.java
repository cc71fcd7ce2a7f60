package org.scaena.process.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How far the output of a process was read, kept beside it in {@code FILE.read}, so that who takes
 * the process over reads on from there. Only of use to who knows the token.
 */
final class ReadMark {

    private static final Logger LOG = LoggerFactory.getLogger(ReadMark.class);

    private final Path file;
    private final String token;

    ReadMark(Path output, String token) {
        this.file = output.resolveSibling(output.getFileName() + ".read");
        this.token = token;
    }

    /** Notes a position. */
    void write(long position) {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.writeString(fresh, token + " " + position);
            Files.move(
                    fresh,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            LOG.debug("{} cannot be written: {}", file, failure.toString());
        }
    }

    /** The position that was noted for this process, if one was. */
    OptionalLong read() {
        try {
            String[] words = Files.readString(file).split(" ");
            return words.length == 2 && words[0].equals(token)
                    ? OptionalLong.of(Long.parseLong(words[1]))
                    : OptionalLong.empty();
        } catch (IOException | NumberFormatException none) {
            return OptionalLong.empty();
        }
    }

    /** The process has ended. */
    void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            LOG.debug("{} cannot be removed: {}", file, failure.toString());
        }
    }
}
