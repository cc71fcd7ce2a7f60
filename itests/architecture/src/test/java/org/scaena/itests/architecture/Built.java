package org.scaena.itests.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** What the build has made, and where. */
final class Built {

    /** The unpacked distribution. */
    static final Path HOME = Path.of(System.getProperty("scaena.home"));

    private static final Path ROOT = Path.of(System.getProperty("scaena.root"));

    private Built() {}

    /** The bundles of the core feature. */
    static List<Path> core() {
        try {
            String paths = Files.readString(Path.of(System.getProperty("scaena.core"))).strip();
            return Stream.of(paths.split(File.pathSeparator)).map(Path::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The bundles of the distribution, which are those of the console feature. */
    static List<Path> bundles() {
        return list(HOME.resolve("bundles"), "*.jar");
    }

    /** Our own bundles. */
    static List<Path> ourBundles() {
        return list(HOME.resolve("bundles"), "org.scaena.*.jar");
    }

    /** The classes of our own bundles. */
    static JavaClasses ourClasses() {
        return new ClassFileImporter()
                .importLocations(
                        ourBundles().stream()
                                .map(jar -> Location.of(URI.create("jar:" + jar.toUri() + "!/")))
                                .toList());
    }

    /** The classes of all tests in this source tree. */
    static JavaClasses testClasses() {
        return new ClassFileImporter()
                .importPaths(
                        Stream.of("bundles", "itests")
                                .flatMap(area -> list(ROOT.resolve(area), "*").stream())
                                .map(module -> module.resolve("target/test-classes"))
                                .filter(Files::isDirectory)
                                .toList());
    }

    private static List<Path> list(Path folder, String glob) {
        try (var files = Files.newDirectoryStream(folder, glob)) {
            List<Path> found = new ArrayList<>();
            files.forEach(found::add);
            Collections.sort(found);
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
