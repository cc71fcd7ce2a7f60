package org.scaena.process.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What this machine has for sound besides JACK servers.
 *
 * @param environment the variables of this JVM
 * @param alsa where ALSA tells of its cards
 * @param finder looks for programs
 * @param system the name of the operating system, as Java knows it
 */
record HostAudio(Map<String, String> environment, Path alsa, ProgramFinder finder, String system) {

    private static final Pattern CARD = Pattern.compile("\\s*(\\d+) \\[(\\S+)\\s*\\].*");

    /** This machine. */
    static HostAudio ofHost() {
        return new HostAudio(
                System.getenv(),
                Path.of("/proc/asound"),
                ProgramFinder.ofHost(),
                System.getProperty("os.name", ""));
    }

    /** The JACK server that programs of this session use unless they are told otherwise. */
    String defaultJackServer() {
        return environment.getOrDefault("JACK_DEFAULT_SERVER", AudioNames.DEFAULT);
    }

    /** The ALSA name of the first sound card that can play, for example {@code PCH}. */
    Optional<String> soundCard() {
        List<String> devices = lines("pcm");
        return lines("cards").stream()
                .map(CARD::matcher)
                .filter(Matcher::matches)
                .filter(card -> plays(devices, Integer.parseInt(card.group(1))))
                .map(card -> card.group(2))
                .findFirst();
    }

    /** The program that runs JACK clients on PipeWire, if that is there and runs. */
    Optional<Path> pwJack() {
        String socket = environment.getOrDefault("PIPEWIRE_REMOTE", "pipewire-0");
        boolean runs =
                Stream.of("PIPEWIRE_RUNTIME_DIR", "XDG_RUNTIME_DIR")
                        .map(environment::get)
                        .flatMap(Stream::ofNullable)
                        .anyMatch(directory -> Files.exists(Path.of(directory).resolve(socket)));
        return runs ? finder.find("pw-jack", List.of(Path.of("/usr/bin"))) : Optional.empty();
    }

    /** What scsynth plays through by itself where it does not need JACK; untested. */
    Optional<String> ownDriver() {
        if (system.startsWith("Mac")) {
            return Optional.of("CoreAudio");
        }
        return system.startsWith("Windows") ? Optional.of("PortAudio") : Optional.empty();
    }

    private static boolean plays(List<String> devices, int card) {
        String start = "%02d-".formatted(card);
        return devices.stream()
                .anyMatch(device -> device.startsWith(start) && device.contains("playback"));
    }

    private List<String> lines(String file) {
        try {
            return Files.readAllLines(alsa.resolve(file));
        } catch (IOException noAlsa) {
            return List.of();
        }
    }
}
