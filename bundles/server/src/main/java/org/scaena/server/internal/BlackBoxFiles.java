package org.scaena.server.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The scores that are kept of one server: named by server and time, the latest few. */
final class BlackBoxFiles {

    static final int KEPT = 10;

    private static final Logger LOG = LoggerFactory.getLogger(BlackBoxFiles.class);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS");

    private final Path folder;
    private final String prefix;
    private final Pattern names;

    BlackBoxFiles(Path folder, String server) {
        this.folder = folder;
        this.prefix = server.replaceAll("\\W", "_");
        this.names = Pattern.compile(Pattern.quote(prefix) + "-\\d{8}-\\d{6}-\\d{3}\\.osc");
    }

    /** Writes a score, and deletes what is too old by now. */
    synchronized Path write(List<byte[]> score) throws IOException {
        Path file = folder.resolve(prefix + "-" + TIME.format(LocalDateTime.now()) + ".osc");
        ScoreFile.write(file, score);
        for (Path old : list().stream().skip(KEPT).toList()) {
            Files.deleteIfExists(old);
        }
        return file;
    }

    /** The latest first. */
    List<Path> list() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> names.matcher(file.getFileName().toString()).matches())
                    .sorted(Comparator.comparing(Path::getFileName).reversed())
                    .toList();
        } catch (IOException unreadable) {
            LOG.warn("{} can't be read: {}", folder, unreadable.toString());
            return List.of();
        }
    }

    /** A file of this name here, if there is one; else the path as it is. */
    Path find(Path file) {
        Path here = folder.resolve(file.toString());
        return file.getNameCount() == 1 && Files.exists(here) && !Files.exists(file) ? here : file;
    }
}
