package org.scaena.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The programs that are known, with their usual places; macOS and Windows are untested. */
final class Programs {

    private static final List<Path> UNIX = List.of(Path.of("/usr/bin"), Path.of("/usr/local/bin"));
    private static final Path MAC = Path.of("/Applications/SuperCollider.app/Contents");

    static final Program SCSYNTH =
            program(
                    "scsynth",
                    MAC.resolve("Resources"),
                    "install SuperCollider (Debian, Ubuntu: apt-get install supercollider-server)");
    static final Program SUPERNOVA =
            program(
                    "supernova",
                    MAC.resolve("Resources"),
                    "install supernova (Debian, Ubuntu: apt-get install supercollider-supernova)");
    static final Program SCLANG =
            program(
                    "sclang",
                    MAC.resolve("MacOS"),
                    "install sclang (Debian, Ubuntu: apt-get install supercollider-language)");
    static final Program JACKD =
            program(
                    "jackd",
                    Path.of("/opt/homebrew/bin"),
                    "install JACK (Debian, Ubuntu: apt-get install jackd2)");

    private Programs() {}

    private static Program program(String name, Path mac, String remedy) {
        List<Path> places = List.of(UNIX.get(0), UNIX.get(1), mac);
        return new Program(name, Optional.empty(), places, remedy);
    }
}
