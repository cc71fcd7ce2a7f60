package org.scaena.itests.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is missing is installed; a script stands where apt-get is, as nothing else is for real. */
class InstallIT {

    @TempDir private Path folder;
    private Home home;
    private Path log;

    @BeforeEach
    void aMachineWithAptGetOnly() throws IOException {
        home = new Home(folder);
        home.configureNoServer();
        home.leaveOnly();
        log = home.at("apt.log");
        Home.executable(home.at("programs/sudo"), "#!/bin/sh\nexec \"$@\"\n");
        Home.executable(home.at("programs/apt-cache"), "#!/bin/sh\nexit 100\n");
    }

    @AfterEach
    void nothingRuns() {
        home.assertNothingRuns();
    }

    @Test
    void readsThePackageListsInstallsAndGoesOn() throws IOException, InterruptedException {
        aptGet(
                """
                case "$*" in *install*)
                    echo 'Need to get 4,200 kB of archives.'
                    for name in scsynth jackd; do
                        printf '#!/bin/sh\\n' >"%1$s/$name" && chmod +x "%1$s/$name"
                    done ;;
                esac
                """
                        .formatted(home.at("programs")));

        try (Command run = home.command("run")) {
            run.awaitLine("ready").terminate();

            assertThat(run.exitCode()).isZero();
            assertThat(run.out())
                    .contains(
                            "scaena: scsynth, jackd not found;"
                                    + " installing supercollider-server jackd2",
                            "scaena: reading the lists of packages",
                            "scaena:   Need to get 4,200 kB of archives.");
        }
        assertThat(Files.readAllLines(log))
                .containsExactly(
                        "-q -o DPkg::Lock::Timeout=120 update",
                        "-q -o DPkg::Lock::Timeout=120 install -y --no-install-recommends"
                                + " supercollider-server jackd2");
    }

    @Test
    void tellsWhyItCouldNotInstall() throws IOException, InterruptedException {
        aptGet("echo 'E: Unable to locate package jackd2'; exit 100");

        try (Command run = home.command("run")) {
            assertThat(run.exitCode()).isEqualTo(3);
            assertThat(run.err()).hasSize(1);
            assertThat(run.err().get(0))
                    .startsWith(
                            "scaena: installing supercollider-server jackd2 failed:"
                                    + " Unable to locate package jackd2; see ")
                    .endsWith("install by hand: apt-get install supercollider-server jackd2");
        }
    }

    private void aptGet(String body) throws IOException {
        Home.executable(
                home.at("programs/apt-get"),
                "#!/bin/sh\nPATH=/usr/bin:/bin\necho \"$*\" >>" + log + "\n" + body);
    }
}
