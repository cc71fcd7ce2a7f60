package org.scaena.host.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigFileTest {

    @TempDir private Path conf;

    @Test
    void readsTypedValuesWithTheLinesWhereTheyStand() throws IOException {
        ConfigFile file =
                read(
                        "org.scaena.server-default.config",
                        "# a comment",
                        "",
                        "port=I\"57110\"",
                        "autoBoot = B\"true\"",
                        "names=[ \\",
                        "  \"a\", \\",
                        "  \"b\", \\",
                        "  ]",
                        "name=\"x=y\"");

        assertThat(file.problems()).isEmpty();
        assertThat(file.pid()).isEqualTo("org.scaena.server");
        assertThat(file.factory()).isTrue();
        assertThat(file.entries().get("port")).isEqualTo(new ConfigFile.Entry(3, 57110));
        assertThat(file.entries().get("autoBoot")).isEqualTo(new ConfigFile.Entry(4, true));
        assertThat(file.entries().get("names").value()).isEqualTo(new String[] {"a", "b"});
        assertThat(file.entries().get("name")).isEqualTo(new ConfigFile.Entry(9, "x=y"));
    }

    @Test
    void showsHowAValueWithoutItsTypeIsWritten() throws IOException {
        ConfigFile file =
                read(
                        "a.config",
                        "port=57110",
                        "boot=true",
                        "name=default",
                        "rate=I\"48000",
                        "b=B\"no\"");

        assertThat(file.problems().stream().map(Problem::toString))
                .containsExactly(
                        "conf/a.config:1: port=57110 cannot be read; write port=I\"57110\"",
                        "conf/a.config:2: boot=true cannot be read; write boot=B\"true\"",
                        "conf/a.config:3: name=default cannot be read; write name=\"default\"",
                        "conf/a.config:4: rate=I\"48000 cannot be read; write rate=I\"48000\"",
                        "conf/a.config:5: b=B\"no\" cannot be read; write b=\"no\"");
    }

    @Test
    void namesLinesThatSetNothingOrTwice() throws IOException {
        ConfigFile file = read("a.config", "port I\"1\"", "port=I\"1\"", "port=I\"2\"");

        assertThat(file.problems().stream().map(Problem::toString))
                .containsExactly(
                        "conf/a.config:1: 'port I\"1\"' is not key=value",
                        "conf/a.config:3: 'port' is set in line 2 already; keep one");
    }

    @Test
    void plainFilesHoldText() throws IOException {
        ConfigFile file = read("org.ops4j.pax.logging.cfg", "file=conf/logback.xml");

        assertThat(file.factory()).isFalse();
        assertThat(file.text("file")).contains("conf/logback.xml");
        assertThat(file.problems()).isEmpty();
    }

    @Test
    void aTildeInTheNameIsNamedBecauseFileInstallWouldConfigureNothing() throws IOException {
        assertThat(read("org.scaena.server~a.config").problems())
                .containsExactly(
                        new Problem(
                                "conf/org.scaena.server~a.config",
                                0,
                                "the name with '~' configures nothing; rename it to"
                                        + " org.scaena.server-a.config"));
    }

    @Test
    void aFileThatIsNotTextIsNamed() throws IOException {
        Path file = conf.resolve("a.config");
        Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 0});

        assertThat(ConfigFile.read(file).problems()).hasSize(1);
    }

    private ConfigFile read(String name, String... lines) throws IOException {
        Path file = conf.resolve(name);
        Files.write(file, List.of(lines), StandardCharsets.UTF_8);
        return ConfigFile.read(file);
    }
}
