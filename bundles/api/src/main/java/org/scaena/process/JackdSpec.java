package org.scaena.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How to start a JACK server. The drivers of macOS and Windows are untested.
 *
 * <p>Source: the manual page {@code jackd(1)}.
 *
 * @param program {@link Program#jackd()}, or the same elsewhere
 * @param server the name of the JACK server, 1 to 64 letters, digits, {@code . _ -}
 * @param driver what it plays on
 * @param device the driver's own name for it, for example {@code hw:PCH}; the driver's choice if
 *     empty
 * @param sampleRate Hz, 8,000 to 384,000
 * @param periodFrames frames per audio period, 16 to 8192
 * @param directory where it works and leaves its output, as {@code jackd-SERVER.log}
 * @param survivesHost whether it goes on when the JVM stops hard
 */
public record JackdSpec(
        Program program,
        String server,
        Driver driver,
        Optional<String> device,
        int sampleRate,
        int periodFrames,
        Path directory,
        boolean survivesHost) {

    /** What jackd can play on. */
    public enum Driver {
        /** Nothing: it keeps time by the clock and throws the sound away. */
        DUMMY("dummy"),
        /** A sound card on Linux. */
        ALSA("alsa"),
        /** A device on macOS. */
        CORE_AUDIO("coreaudio"),
        /** A device on Windows. */
        PORT_AUDIO("portaudio");

        private final String word;

        Driver(String word) {
            this.word = word;
        }
    }

    /**
     * Checks name and numbers.
     *
     * @throws IllegalArgumentException if jackd could not be started so
     */
    public JackdSpec {
        if (!server.matches("[A-Za-z0-9._-]{1,64}")) {
            throw new IllegalArgumentException(
                    "the name of a JACK server is 1 to 64 letters, digits or . _ -, not '%s'"
                            .formatted(server));
        }
        Specs.checkRange("sampleRate", sampleRate, 8_000, 384_000);
        Specs.checkRange("periodFrames", periodFrames, 16, 8192);
    }

    /** The same on a device. */
    public JackdSpec on(String deviceName) {
        return new JackdSpec(
                program,
                server,
                driver,
                Optional.of(deviceName),
                sampleRate,
                periodFrames,
                directory,
                survivesHost);
    }

    /** How it is started. */
    public ProcessSpec toProcess() {
        List<String> arguments = new ArrayList<>();
        if (driver == Driver.DUMMY) {
            arguments.add("--no-realtime");
        }
        arguments.addAll(List.of("-n", server, "-d", driver.word));
        device.ifPresent(name -> arguments.addAll(List.of("-d", name)));
        arguments.addAll(List.of("-r", Integer.toString(sampleRate)));
        arguments.addAll(List.of("-p", Integer.toString(periodFrames)));
        // Without a session bus nobody could grant the reservation of a sound card.
        Map<String, String> environment =
                System.getenv("DBUS_SESSION_BUS_ADDRESS") == null
                        ? Map.of("JACK_NO_AUDIO_RESERVATION", "1")
                        : Map.of();
        return new ProcessSpec(
                "jackd " + server,
                program,
                arguments,
                environment,
                directory,
                directory.resolve("jackd-" + server + ".log"),
                survivesHost);
    }
}
