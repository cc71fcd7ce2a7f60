package org.scaena.itests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.scaena.server.ServerOption;

/** The settings that are shipped are complete and true. */
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
                                .filter(location -> location.startsWith("file:"))
                                .map(location -> location.substring("file:bundles/".length())))
                .containsExactlyInAnyOrderElementsOf(
                        Built.bundles().stream().map(jar -> jar.getFileName().toString()).toList());
    }

    @Test
    void theServerConfigurationTellsEveryOptionWithItsDefault() throws IOException {
        List<String> lines = Files.readAllLines(CONF.resolve("org.scaena.server-default.config"));
        Map<String, String> told =
                lines.stream()
                        .filter(line -> line.startsWith("# ") && line.contains("=I\""))
                        .map(line -> line.substring(2).split("=", 2))
                        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        assertThat(told)
                .isEqualTo(
                        Arrays.stream(ServerOption.values())
                                .collect(
                                        Collectors.toMap(
                                                ServerOption::optionName,
                                                o -> "I\"" + o.defaultValue() + "\"")));
    }

    @Test
    void theServerConfigurationTellsTheRangeOfEveryOption() throws IOException {
        String text = Files.readString(CONF.resolve("org.scaena.server-default.config"));
        for (ServerOption option : ServerOption.values()) {
            String comment = text.substring(0, text.indexOf("# " + option.optionName() + "="));
            assertThat(comment.substring(comment.lastIndexOf("\n\n")))
                    .as(option.optionName())
                    .containsPattern(option.min() + "(…| or )" + option.max());
        }
    }
}
