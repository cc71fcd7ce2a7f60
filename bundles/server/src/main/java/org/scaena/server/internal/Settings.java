package org.scaena.server.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.scaena.osc.OscEndpoint;
import org.scaena.process.AudioRequest;
import org.scaena.process.AudioServer;
import org.scaena.process.ProcessSpec;
import org.scaena.process.Program;
import org.scaena.server.ServerOption;
import org.scaena.server.ServerOptions;

/**
 * A configuration, checked.
 *
 * @param name of the server
 * @param options for scsynth
 * @param attachIfTaken whether a server on the default port is joined
 * @param program which scsynth
 * @param autoBoot whether it is booted with the host
 * @param audio which audio system
 * @param nodeIds the node-id strategy
 * @param directory where its logs go
 */
record Settings(
        String name,
        ServerOptions options,
        boolean attachIfTaken,
        Program program,
        boolean autoBoot,
        AudioRequest audio,
        String nodeIds,
        Path directory) {

    /** Reads a configuration; the properties hold scsynth's options under their names. */
    static Settings of(ServerConfiguration configuration, Map<String, Object> properties) {
        Path logs = Path.of(System.getProperty("scaena.home", ".")).resolve("logs");
        int port = configuration.port();
        Program scsynth = Program.scsynth();
        return new Settings(
                configuration.name(),
                options(port == 0 ? ServerOptions.DEFAULT_PORT : port, properties),
                port == 0,
                configuration.program().isEmpty() ? scsynth : scsynth.at(configuration.program()),
                configuration.autoBoot(),
                new AudioRequest(
                        configuration.audio(),
                        configuration.jackServer(),
                        configuration.sampleRate(),
                        configuration.periodFrames(),
                        logs,
                        false),
                configuration.nodeIds(),
                logs);
    }

    private static ServerOptions options(int port, Map<String, Object> properties) {
        Map<ServerOption, Integer> values = new EnumMap<>(ServerOption.class);
        for (ServerOption option : ServerOption.values()) {
            Object value = properties.get(option.optionName());
            if (value != null) {
                values.put(option, number(option, value));
            }
        }
        return new ServerOptions(port, values);
    }

    private static int number(ServerOption option, Object value) {
        try {
            return Integer.parseInt(value.toString().strip());
        } catch (NumberFormatException noNumber) {
            throw new IllegalArgumentException(
                    "%s must be a whole number, not '%s'".formatted(option.optionName(), value));
        }
    }

    /** How scsynth is started to play through an audio system. */
    ProcessSpec process(AudioServer audio) {
        List<String> arguments = new ArrayList<>(options.arguments());
        arguments.addAll(List.of("-B", OscEndpoint.LOOPBACK));
        Program started = program;
        if (!audio.prefix().isEmpty()) {
            arguments.add(0, program.setting().orElse(program.name()));
            arguments.addAll(0, audio.prefix().subList(1, audio.prefix().size()));
            started = program.at(audio.prefix().get(0));
        }
        return new ProcessSpec(
                "scsynth " + name,
                started,
                arguments,
                audio.environment(),
                directory,
                directory.resolve("scsynth-" + name + ".log"),
                false);
    }
}
