package org.scaena.itests.host;

import static org.ops4j.pax.exam.CoreOptions.bundle;
import static org.ops4j.pax.exam.CoreOptions.composite;
import static org.ops4j.pax.exam.CoreOptions.junitBundles;
import static org.ops4j.pax.exam.CoreOptions.systemProperty;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.bytebuddy.ByteBuddy;
import org.assertj.core.api.Assertions;
import org.ops4j.pax.exam.Option;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** The unpacked distribution as the thing under test. */
final class Distribution {

    /** Not started here: the console ends the framework with its input, the host the JVM. */
    private static final Set<String> LEFT_OUT =
            Set.of("org.apache.felix.gogo.jline.jar", "org.scaena.host.jar");

    private static final Path ROOT = Path.of(System.getProperty("scaena.home"));

    private Distribution() {}

    static List<Path> bundles() {
        try (Stream<Path> jars = Files.list(ROOT.resolve("bundles"))) {
            return jars.filter(jar -> !LEFT_OUT.contains(jar.getFileName().toString()))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The bundle of this name. */
    static Bundle installed(BundleContext context, String name) {
        return Stream.of(context.getBundles())
                .filter(bundle -> name.equals(bundle.getSymbolicName()))
                .findFirst()
                .orElseThrow();
    }

    /** The file of a bundle of the distribution. */
    static Path jar(String name) {
        return ROOT.resolve("bundles").resolve(name + ".jar");
    }

    /** Where a plugin of this build is. */
    static String plugin(String name) {
        return pluginJar(name).toUri().toString();
    }

    /** The file of a plugin of this build. */
    static Path pluginJar(String name) {
        return ROOT.resolveSibling("plugins").resolve(name + ".jar");
    }

    /** All bundles of the distribution, and what the tests share. */
    static Option option() {
        return composite(
                composite(
                        bundles().stream()
                                .map(jar -> bundle(jar.toUri().toString()))
                                .toArray(Option[]::new)),
                systemProperty("org.ops4j.pax.logging.DefaultServiceLog.level").value("WARN"),
                systemProperty("org.ops4j.pax.logging.property.file")
                        .value("src/test/resources/logback.xml"),
                bundle(plugin("continuity")),
                onClassPath(Assertions.class),
                onClassPath(ByteBuddy.class),
                junitBundles());
    }

    private static Option onClassPath(Class<?> type) {
        return bundle(type.getProtectionDomain().getCodeSource().getLocation().toString());
    }
}
