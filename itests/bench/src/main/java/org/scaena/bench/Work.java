package org.scaena.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder for what benchmarks write. */
public final class Work {

    private Work() {}

    /** A folder in it, which is made if need be. */
    public static Path folder(String name) throws IOException {
        return Files.createDirectories(root().resolve(name));
    }

    /** A folder in it that was not there. */
    public static Path newFolder(String prefix) throws IOException {
        return Files.createTempDirectory(Files.createDirectories(root()), prefix + "-");
    }

    private static Path root() {
        return Path.of(System.getProperty("scaena.bench.work", "target/bench")).toAbsolutePath();
    }

    /** A file in it, which need not be there. */
    public static Path file(String name) throws IOException {
        return folder("logs").resolve(name);
    }
}
