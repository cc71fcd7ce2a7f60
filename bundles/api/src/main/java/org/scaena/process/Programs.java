package org.scaena.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The programs that are known, with the places where systems put them besides those in PATH. Only
 * Linux is tested.
 */
final class Programs {

    private static final List<String> LINUX = List.of("/usr/bin", "/usr/local/bin");
    private static final String MAC_APP = "/Applications/SuperCollider.app/Contents/";
    private static final String WINDOWS_APP = "C:/Program Files/SuperCollider";

    static final Program SCSYNTH =
            program(
                    "scsynth",
                    "3.9",
                    "install SuperCollider (Debian, Ubuntu: apt-get install supercollider-server)",
                    List.of(MAC_APP + "Resources"),
                    List.of(WINDOWS_APP));
    static final Program SUPERNOVA =
            program(
                    "supernova",
                    "3.9",
                    "install supernova (Debian, Ubuntu: apt-get install supercollider-supernova)",
                    List.of(MAC_APP + "Resources"),
                    List.of(WINDOWS_APP));
    static final Program SCLANG =
            program(
                    "sclang",
                    "3.9",
                    "install sclang (Debian, Ubuntu: apt-get install supercollider-language)",
                    List.of(MAC_APP + "MacOS"),
                    List.of(WINDOWS_APP));
    static final Program JACKD =
            program(
                    "jackd",
                    "1.9.11",
                    "install JACK (Debian, Ubuntu: apt-get install jackd2)",
                    List.of("/opt/homebrew/bin"),
                    List.of("C:/Program Files/JACK2"));

    private Programs() {}

    private static Program program(
            String name,
            String oldestVersion,
            String remedy,
            List<String> mac,
            List<String> windows) {
        String system = System.getProperty("os.name", "");
        boolean isWindows = system.startsWith("Windows");
        List<String> places = isWindows ? windows : system.startsWith("Mac") ? mac : LINUX;
        return new Program(
                isWindows ? name + ".exe" : name,
                Optional.empty(),
                places.stream().map(Path::of).toList(),
                remedy,
                Optional.of(oldestVersion));
    }
}
