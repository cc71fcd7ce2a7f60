package org.scaena.host.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.osgi.service.metatype.AttributeDefinition;

class ConfigCheckTest {

    @TempDir private Path conf;

    private final Catalogue catalogue =
            new Catalogue(new HashMap<>(), new HashMap<>(), new Ranges());

    @BeforeEach
    void serversCanBeConfigured() throws IOException {
        Map<String, AttributeDefinition> attributes = new LinkedHashMap<>();
        Stream.of(
                        Attribute.number("port", 65_535),
                        Attribute.text("name"),
                        Attribute.flag("autoBoot"),
                        Attribute.text("audio", "AUTO", "JACK", "DUMMY"),
                        Attribute.text("device"),
                        Attribute.number("numBuffers", 1_048_576),
                        Attribute.number("numInputBusChannels", 1024),
                        Attribute.number("numAudioBusChannels", 65_536))
                .forEach(attribute -> attributes.put(attribute.id(), attribute));
        catalogue.factories().put("org.scaena.server", attributes);
        Path metatype = conf.resolve("metatype.xml");
        Files.writeString(
                metatype,
                """
                <MetaData xmlns="http://www.osgi.org/xmlns/metatype/v1.4.0">
                  <OCD id="ServerConfiguration"><AD id="port" min="0" max="65535"/></OCD>
                  <Designate factoryPid="org.scaena.server">
                    <Object ocdref="ServerConfiguration"/>
                  </Designate>
                </MetaData>
                """);
        catalogue.ranges().add(metatype.toUri().toURL());
    }

    @Test
    void findsTheServersOfRightFiles() throws IOException {
        write("org.scaena.server-a.config", "name=\"a\"", "port=I\"57120\"");
        write("org.scaena.server-b.config", "autoBoot=B\"false\"", "service.ranking=I\"5\"");
        write("org.ops4j.pax.logging.cfg", "anything=goes");

        ConfigCheck check = ConfigCheck.of(conf, catalogue);

        assertThat(check.problems()).isEmpty();
        assertThat(check.servers())
                .containsExactly(
                        new ConfiguredServer("conf/org.scaena.server-a.config", "a", 57120, true),
                        new ConfiguredServer(
                                "conf/org.scaena.server-b.config", "default", 57110, false));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    numBufers=I"1"         | there is no setting 'numBufers'; did you mean 'numBuffers'?
                    port=I"70000"          | port must be 0…65535, not '70000'
                    port="many"            | port must be a whole number (0…65535), not 'many'
                    autoBoot="perhaps"  | autoBoot must be true or false, not 'perhaps'
                    audio="DUMY"           | audio must be one of AUTO, JACK, DUMMY, not 'DUMY'; did you mean 'DUMMY'?
                    name=["a","b"]         | name takes one value, not a list; keep one
                    service.ranking="10"   | service.ranking is ignored unless written as a whole number, I"10"
                    numAudioBusChannels=I"1" | numAudioBusChannels must be at least 4, the sum of inputs and outputs, not 1
                    device="-hall"         | device must not begin with '-' or hold control characters: '-hall'
                    """)
    void namesTheLineAndWhatToDo(String line, String sentence) throws IOException {
        write("org.scaena.server-a.config", "# one server", line);

        assertThat(ConfigCheck.of(conf, catalogue).problems())
                .containsExactly(new Problem("conf/org.scaena.server-a.config", 2, sentence));
    }

    @Test
    void namesFilesThatConfigureNothingByAHair() throws IOException {
        write("org.scaena.sever-a.config", "port=I\"1\"");
        write("org.scaena.server.config", "port=I\"1\"");

        assertThat(ConfigCheck.of(conf, catalogue).problems().stream().map(Problem::sentence))
                .containsExactly(
                        "the name must tell which one; rename it to"
                                + " org.scaena.server-default.config",
                        "nothing is configured by this name; did you mean 'org.scaena.server'?");
    }

    @Test
    void namesServersThatAreInEachOthersWay() throws IOException {
        write("org.scaena.server-a.config", "name=\"a\"");
        write("org.scaena.server-b.config", "name=\"a\"", "port=I\"1000\"");
        write("org.scaena.server-c.config", "name=\"c\"", "port=I\"57110\"");

        assertThat(ConfigCheck.of(conf, catalogue).problems().stream().map(Problem::toString))
                .containsExactly(
                        "conf/org.scaena.server-b.config: the server name 'a' is taken by"
                                + " conf/org.scaena.server-a.config; choose another",
                        "conf/org.scaena.server-c.config: port 57110 is taken by"
                                + " conf/org.scaena.server-a.config; choose another");
    }

    @Test
    void aMissingFolderIsAProblem() {
        assertThat(ConfigCheck.of(conf.resolve("nowhere"), catalogue).problems()).hasSize(1);
    }

    private void write(String name, String... lines) throws IOException {
        Files.write(conf.resolve(name), List.of(lines), StandardCharsets.UTF_8);
    }
}
