package org.scaena.itests.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.scaena.server.ServerOption;
import org.scaena.server.ServerTextOption;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** A server's settings stand in three places: the API, the component and the shipped file. */
class ServerSettingsIT {

    private static final Pattern SETTING = Pattern.compile("(?m)^(# )?(\\w+)=([IB]?\"[^\"]*\")$");

    private static final Map<String, String> TYPES =
            Map.of("Integer", "I", "Boolean", "B", "String", "");

    private static Map<String, Element> component;

    private static String file;

    @BeforeAll
    static void read() throws Exception {
        component = new TreeMap<>();
        Path jar = Built.HOME.resolve("bundles/org.scaena.server.jar");
        try (ZipFile zip = new ZipFile(jar.toFile());
                InputStream metatype = zip.getInputStream(metatypeIn(zip))) {
            NodeList attributes =
                    DocumentBuilderFactory.newInstance()
                            .newDocumentBuilder()
                            .parse(metatype)
                            .getElementsByTagName("AD");
            for (int i = 0; i < attributes.getLength(); i++) {
                Element attribute = (Element) attributes.item(i);
                component.put(attribute.getAttribute("id"), attribute);
            }
        }
        file = Files.readString(Built.HOME.resolve("conf/org.scaena.server-default.config"));
    }

    @Test
    void theComponentTakesEveryOptionOfTheApi() {
        for (ServerOption option : ServerOption.values()) {
            Element attribute = component.get(option.optionName());
            assertThat(attribute).as(option.optionName()).isNotNull();
            assertThat(
                            Map.of(
                                    "default", attribute.getAttribute("default"),
                                    "min", attribute.getAttribute("min"),
                                    "max", attribute.getAttribute("max")))
                    .as(option.optionName())
                    .containsOnly(
                            entry("default", Integer.toString(option.defaultValue())),
                            entry("min", Integer.toString(option.min())),
                            entry("max", Integer.toString(option.max())));
        }
    }

    @Test
    void theComponentTakesEveryTextOptionOfTheApi() {
        for (ServerTextOption option : ServerTextOption.values()) {
            Element attribute = component.get(option.optionName());
            assertThat(attribute).as(option.optionName()).isNotNull();
            assertThat(attribute.getAttribute("default"))
                    .as(option.optionName())
                    .isEqualTo(option.defaultValue());
        }
    }

    @Test
    void theFileTellsEverySettingOfTheComponentAndItsDefault() {
        Map<String, String> told = new TreeMap<>();
        Map<String, String> expected = new TreeMap<>();
        SETTING.matcher(file)
                .results()
                .forEach(
                        setting -> {
                            boolean comment = setting.group(1) != null;
                            told.put(setting.group(2), comment ? setting.group(3) : "set");
                        });
        component.forEach((key, attribute) -> expected.put(key, defaultOf(attribute)));
        expected.putAll(Map.of("name", "set", "port", "set", "autoBoot", "set"));
        assertThat(told).isEqualTo(expected);
    }

    @Test
    void theFileTellsTheRangeOfEverySetting() {
        component.forEach(
                (key, attribute) -> {
                    String min = attribute.getAttribute("min");
                    String max = attribute.getAttribute("max");
                    String comment = commentBefore(key);
                    assertThat(comment).as(key).contains(min, max);
                });
    }

    private static ZipEntry metatypeIn(ZipFile zip) {
        return zip.stream()
                .filter(file -> file.getName().matches("OSGI-INF/metatype/.+\\.xml"))
                .findFirst()
                .orElseThrow();
    }

    private static String defaultOf(Element attribute) {
        return TYPES.get(attribute.getAttribute("type"))
                + '"'
                + attribute.getAttribute("default")
                + '"';
    }

    private static String commentBefore(String key) {
        int setting =
                Pattern.compile("(?m)^(# )?" + key + "=")
                        .matcher(file)
                        .results()
                        .findFirst()
                        .orElseThrow()
                        .start();
        return file.substring(file.lastIndexOf("\n\n", setting), setting);
    }
}
