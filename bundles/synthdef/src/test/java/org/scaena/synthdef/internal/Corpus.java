package org.scaena.synthdef.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Files that sclang wrote. */
final class Corpus {

    static final Path FOLDER = Path.of("src/test/resources/synthdefs");
    static final Path SHIPPED = Path.of("src/main/resources/synthdefs");
    static final Path ON_DEMAND = SHIPPED.resolve("on-demand");

    private Corpus() {}

    /** All files, the shipped ones too. */
    static List<Path> files() {
        return Stream.concat(list(FOLDER), shipped()).sorted().toList();
    }

    static Stream<Path> shipped() {
        return Stream.of(SHIPPED, ON_DEMAND).flatMap(Corpus::list);
    }

    static byte[] bytes(String name) {
        return bytes(FOLDER.resolve(name + ".scsyndef"));
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
