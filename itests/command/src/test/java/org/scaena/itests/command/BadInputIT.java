package org.scaena.itests.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One sentence that names the thing and the remedy, a code that tells the kind, nothing left. */
class BadInputIT {

    @TempDir private Path folder;
    private Home home;

    @BeforeEach
    void unpack() {
        home = new Home(folder);
    }

    @AfterEach
    void nothingRuns() {
        home.assertNothingRuns();
    }

    @Test
    void missingProgramsWithoutAPackageManagerThatWeKnow()
            throws IOException, InterruptedException {
        home.leaveOnly();

        assertRefused(
                3,
                "scsynth, jackd not found; install with: the package manager of this system:"
                        + " SuperCollider and JACK 2 (on Debian supercollider-server jackd2)");
    }

    @Test
    void missingProgramsThatMustNotBeInstalled() throws IOException, InterruptedException {
        home.leaveOnly("scsynth", "apt-get");

        assertRefused(3, "jackd not found; install with: apt-get install jackd2");
    }

    @Test
    void anOldJava() throws IOException, InterruptedException {
        Path java = Files.createDirectories(home.at("jdk-11/bin")).resolve("java");
        Home.executable(java, "#!/bin/sh\necho 'openjdk version \"11.0.2\"' >&2\n");
        home.setJavaHome(home.at("jdk-11"));

        assertRefused(
                3, "'" + java + "' is Java 11; set JAVA_HOME to a JDK of version 17 or later");
    }

    @Test
    void aStateDirectoryThatCannotBeWritten() throws IOException, InterruptedException {
        Files.delete(home.at("state"));
        Files.createFile(home.at("state"));

        assertRefused(
                6,
                "cannot write to %s; make it a directory that %s may write to"
                        .formatted(home.at("state"), System.getProperty("user.name")));
    }

    @Test
    void aValueThatIsNotWrittenAsConfigurationFilesWantIt()
            throws IOException, InterruptedException {
        home.configureServer("# the server", "port=57110");

        assertRefused(
                4,
                "conf/org.scaena.server-default.config:2: port=57110 cannot be read;"
                        + " write port=I\"57110\"");
    }

    @Test
    void aFileWhoseNameConfiguresNothing() throws IOException, InterruptedException {
        Files.move(
                home.at("conf/org.scaena.server-default.config"),
                home.at("conf/org.scaena.server~default.config"));

        assertRefused(
                4,
                "conf/org.scaena.server~default.config: the name with '~' configures nothing;"
                        + " rename it to org.scaena.server-default.config");
    }

    private void assertRefused(int code, String sentence) throws IOException, InterruptedException {
        try (Command run = home.command("run", "--no-install")) {
            assertThat(run.exitCode()).isEqualTo(code);
            assertThat(run.err()).containsExactly("scaena: " + sentence);
            assertThat(run.out()).noneMatch(line -> line.contains("ready"));
        }
    }
}
