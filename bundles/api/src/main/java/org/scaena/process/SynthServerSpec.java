package org.scaena.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * How to start scsynth or supernova.
 *
 * <p>Source: {@code scsynth -h}. Whether its options make sense is checked by whoever makes them.
 *
 * @param program {@link Program#scsynth()}, {@link Program#supernova()} or one of them elsewhere
 * @param name of the server, for example {@code default}; logs and files are named after it
 * @param port the UDP port, 1 to 65535
 * @param options arguments besides the port, for example {@code -n 2048}
 * @param directory where it works and leaves its output, as {@code scsynth-NAME.log}
 * @param survivesHost whether it goes on when the JVM stops hard
 * @param limits how it competes with others
 */
public record SynthServerSpec(
        Program program,
        String name,
        int port,
        List<String> options,
        Path directory,
        boolean survivesHost,
        ProcessLimits limits) {

    private static final int USUAL_PORT = 57_110;
    private static final String CLIENT_NAME = "-H";

    /**
     * Copies the options.
     *
     * @throws IllegalArgumentException if the port is none, or an option sets it again
     */
    public SynthServerSpec {
        options = List.copyOf(options);
        Specs.checkPort(port);
        if (options.contains("-u") || options.contains("-t")) {
            throw new IllegalArgumentException(
                    "the port of a server is no option: take out -u, -t");
        }
    }

    /** scsynth on loopback with its own defaults, ending with the host. */
    public static SynthServerSpec scsynth(String name, int port, Path directory) {
        return of(Program.scsynth(), name, port, directory);
    }

    /** supernova with its own defaults, ending with the host. */
    public static SynthServerSpec supernova(String name, int port, Path directory) {
        return of(Program.supernova(), name, port, directory);
    }

    private static SynthServerSpec of(Program program, String name, int port, Path directory) {
        List<String> alone = List.of("-R", "0");
        return new SynthServerSpec(
                program, name, port, alone, directory, false, ProcessLimits.NONE);
    }

    /** The same with other options. */
    public SynthServerSpec withOptions(List<String> others) {
        return new SynthServerSpec(program, name, port, others, directory, survivesHost, limits);
    }

    /**
     * How it is started to play through an audio server.
     *
     * <p>JACK gives each client a socket by its name, for whichever JACK server it is, so that of
     * two servers of one name that start at the same time one is not let in. Therefore a server on
     * another port than scsynth's usual one has its port in its name.
     */
    public ProcessSpec playingThrough(AudioServer audio) {
        List<String> arguments = new ArrayList<>(List.of("-u", Integer.toString(port)));
        arguments.addAll(options);
        if (!options.contains(CLIENT_NAME) && port != USUAL_PORT) {
            String client = ":SuperCollider-" + port;
            audio.jackServer()
                    .ifPresent(jack -> arguments.addAll(List.of(CLIENT_NAME, jack + client)));
        }
        Program started = program;
        if (!audio.prefix().isEmpty()) {
            arguments.add(0, program.setting().orElse(program.name()));
            arguments.addAll(0, audio.prefix().subList(1, audio.prefix().size()));
            started = program.at(audio.prefix().get(0));
        }
        String process = program.name() + " " + name;
        return new ProcessSpec(
                        process,
                        started,
                        arguments,
                        audio.environment(),
                        directory,
                        directory.resolve(program.name() + "-" + name + ".log"),
                        survivesHost)
                .with(limits)
                .withPorts(Set.of(Port.udp(port)));
    }
}
