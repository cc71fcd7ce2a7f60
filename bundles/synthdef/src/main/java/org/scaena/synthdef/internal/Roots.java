package org.scaena.synthdef.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.scaena.synthdef.SynthDefPathException;

/**
 * The folders below which files may be read.
 *
 * <p>A path is judged by where it leads once every link is resolved, and what was judged is what is
 * read.
 */
record Roots(List<Path> folders) {

    static final String SUFFIX = ".scsyndef";

    /** The bytes of a file below one of the folders. */
    byte[] read(Path file) {
        try {
            return bytes(real(file));
        } catch (IOException unreadable) {
            throw new SynthDefPathException(file, "it cannot be read (" + unreadable + ")");
        }
    }

    /** A file's bytes; of a file that is too long one byte more than the format allows. */
    static byte[] bytes(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(ScsyndefReader.MAX_BYTES + 1);
        }
    }

    /** The files of a folder and its sub-folders, sorted. */
    List<Path> list(Path folder) {
        try (Stream<Path> files = Files.walk(real(folder))) {
            return files.filter(file -> file.toString().endsWith(SUFFIX))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new SynthDefPathException(folder, "it cannot be read (" + unreadable + ")");
        }
    }

    private Path real(Path asked) throws IOException {
        for (Path folder : folders) {
            Path candidate = folder.resolve(asked);
            if (Files.exists(candidate) && Files.exists(folder)) {
                Path real = candidate.toRealPath();
                if (real.startsWith(folder.toRealPath())) {
                    return real;
                }
            }
        }
        boolean there = Files.exists(asked);
        throw new SynthDefPathException(
                asked,
                there
                        ? "it is not below "
                                + folders
                                + "; add its folder to 'roots' of "
                                + SynthDefConfiguration.PID
                        : "there is no such file below " + folders);
    }
}
