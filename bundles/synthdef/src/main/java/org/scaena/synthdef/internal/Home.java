package org.scaena.synthdef.internal;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The folder of the host, where relative paths of a configuration start. */
final class Home {

    private Home() {}

    static List<Path> resolve(String... paths) {
        Path home = Path.of(System.getProperty("scaena.home", ".")).toAbsolutePath().normalize();
        return Arrays.stream(paths)
                .map(String::strip)
                .filter(path -> !path.isEmpty())
                .map(home::resolve)
                .toList();
    }
}
