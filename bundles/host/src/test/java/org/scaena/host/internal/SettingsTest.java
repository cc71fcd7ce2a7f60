package org.scaena.host.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.service.metatype.AttributeDefinition;

class SettingsTest implements Configurations {

    private static final String A = "org.scaena.server-a.config";

    @TempDir private Path conf;

    private final Map<String, Object> ports = new TreeMap<>();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Settings settings;

    @BeforeEach
    void oneServer() throws IOException {
        Attribute port = Attribute.number("port", 65_535);
        Attribute name = Attribute.text("name");
        Map<String, AttributeDefinition> attributes = Map.of("port", port, "name", name);
        Catalogue catalogue =
                new Catalogue(
                        new HashMap<>(),
                        new HashMap<>(Map.of("org.scaena.server", attributes)),
                        new Ranges());
        Voice voice = new Voice(print(out), print(err));
        write(A, "name=\"a\"", "port=I\"1001\"");
        settings = new Settings(conf, () -> catalogue, this, voice);

        assertThat(settings.begin().problems()).isEmpty();
        assertThat(ports).containsOnly(Map.entry("a", 1001));
    }

    @Test
    void aChangeIsTakenUpWhenTheFileIsNoMoreBeingWritten() throws IOException {
        write(A, "name=\"a\"", "port=I\"10022\"");
        settings.look();
        assertThat(ports).containsOnly(Map.entry("a", 1001));

        settings.look();
        settings.look();

        assertThat(ports).containsOnly(Map.entry("a", 10022));
        assertThat(lines(out)).containsExactly("scaena: conf/" + A + " is in force");
        assertThat(err.size()).isZero();
    }

    @Test
    void aMistakeIsToldOnceAndChangesNothing() throws IOException {
        write(A, "name=\"a\"", "port=10022");
        write("org.scaena.server-b.config", "name=\"b\"", "port=I\"1003\"");
        look();
        look();

        assertThat(ports).containsOnly(Map.entry("a", 1001));
        assertThat(out.size()).isZero();
        assertThat(lines(err))
                .containsExactly(
                        "scaena: conf/"
                                + A
                                + ":2: port=10022 cannot be read; write port=I\"10022\";"
                                + " the settings before hold until this is mended");

        write(A, "name=\"a\"", "port=I\"10022\"");
        look();
        assertThat(ports).containsOnly(Map.entry("a", 10022), Map.entry("b", 1003));
    }

    @Test
    void aServerInTheWayOfAnotherIsNotTakenUp() throws IOException {
        write("org.scaena.server-b.config", "name=\"b\"", "port=I\"1001\"");
        look();

        assertThat(ports).containsOnlyKeys("a");
        assertThat(lines(err)).singleElement().asString().contains("port 1001 is taken by");
    }

    @Test
    void whatAFileConfiguredGoesWithIt() throws IOException {
        Files.delete(conf.resolve(A));
        look();

        assertThat(ports).isEmpty();
        assertThat(lines(out))
                .containsExactly("scaena: conf/" + A + " is gone, and with it what it configured");
    }

    @Override
    public boolean put(ConfigFile file) {
        Object port = file.entries().get("port").value();
        return !port.equals(ports.put(file.name().orElseThrow(), port));
    }

    @Override
    public void remove(ConfigFile file) {
        ports.remove(file.name().orElseThrow());
    }

    private void look() {
        settings.look();
        settings.look();
    }

    private void write(String name, String... lines) throws IOException {
        Files.write(conf.resolve(name), List.of(lines));
    }

    private static List<String> lines(ByteArrayOutputStream stream) {
        return stream.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private static PrintStream print(ByteArrayOutputStream stream) {
        return new PrintStream(stream, true, StandardCharsets.UTF_8);
    }
}
