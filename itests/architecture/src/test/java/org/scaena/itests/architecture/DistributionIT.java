package org.scaena.itests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** The framework of the distribution starts what is in its folder. */
class DistributionIT {

    private static final Path CONF = Built.HOME.resolve("conf");

    @Test
    void everyBundleIsInstalledByTheFramework() throws IOException {
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(CONF.resolve("framework.properties"))) {
            properties.load(reader);
        }
        assertThat(
                        properties.stringPropertyNames().stream()
                                .filter(key -> key.startsWith("felix.auto."))
                                .map(properties::getProperty)
                                .flatMap(list -> Arrays.stream(list.split(" +")))
                                .filter(location -> location.startsWith("reference:"))
                                .map(
                                        location ->
                                                location.substring(
                                                        "reference:file:bundles/".length())))
                .containsExactlyInAnyOrderElementsOf(
                        Built.bundles().stream().map(jar -> jar.getFileName().toString()).toList());
    }
}
