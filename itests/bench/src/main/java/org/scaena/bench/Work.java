package org.scaena.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder for what benchmarks write. */
public final class Work {

    private Work() {}

    /** A folder in it, which is made if need be. */
    public static Path folder(String name) throws IOException {
        String root = System.getProperty("scaena.bench.work", "target/bench");
        return Files.createDirectories(Path.of(root).toAbsolutePath().resolve(name));
    }

    /** A file in it, which need not be there. */
    public static Path file(String name) throws IOException {
        return folder("logs").resolve(name);
    }
}
