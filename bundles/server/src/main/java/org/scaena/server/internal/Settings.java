package org.scaena.server.internal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.scaena.process.AudioRequest;
import org.scaena.process.AudioServer;
import org.scaena.process.ProcessLimits;
import org.scaena.process.ProcessSpec;
import org.scaena.process.Program;
import org.scaena.process.SynthServerSpec;
import org.scaena.server.ServerOption;
import org.scaena.server.ServerOptions;
import org.scaena.server.ServerTextOption;

/**
 * A configuration, checked.
 *
 * @param name of the server
 * @param options for scsynth
 * @param attachIfTaken whether a server on the default port is joined
 * @param program which scsynth
 * @param autoBoot whether it is booted with the host
 * @param audio which audio system
 * @param awaitsAudio whether a boot waits for an audio system
 * @param nodeIds the node-id strategy
 * @param clientId the client id to ask for
 * @param volumeScope whose sound the volume scales
 * @param guard what its outputs are guarded against
 * @param limits for its process
 * @param startupSound whether the test sound says that it is usable
 * @param directory where its logs go
 * @param state where what outlives a host is kept
 * @param continuity how it goes on when something ends
 * @param blackBox how much of what is sent is kept
 */
record Settings(
        String name,
        ServerOptions options,
        boolean attachIfTaken,
        Program program,
        boolean autoBoot,
        AudioRequest audio,
        boolean awaitsAudio,
        String nodeIds,
        int clientId,
        VolumeScope volumeScope,
        GuardSettings guard,
        ProcessLimits limits,
        boolean startupSound,
        Path directory,
        Path state,
        Continuity continuity,
        BlackBoxSettings blackBox) {

    /** The rate of a jackd that is started, in Hz, unless one is asked for. */
    private static final int USUAL_SAMPLE_RATE = 48_000;

    /** Reads a configuration; the properties hold scsynth's options under their names. */
    static Settings of(ServerConfiguration configuration, Map<String, Object> properties) {
        Path home = Path.of(System.getProperty("scaena.home", "."));
        Path logs = home.resolve("logs");
        int port = configuration.port();
        Program scsynth = Program.scsynth();
        ServerOptions options = options(port == 0 ? ServerOptions.DEFAULT_PORT : port, properties);
        int sampleRate = options.get(ServerOption.SAMPLE_RATE);
        return new Settings(
                configuration.name(),
                options,
                port == 0,
                configuration.program().isEmpty() ? scsynth : scsynth.at(configuration.program()),
                configuration.autoBoot(),
                new AudioRequest(
                        configuration.audio(),
                        configuration.jackServer(),
                        sampleRate == 0 ? USUAL_SAMPLE_RATE : sampleRate,
                        configuration.periodFrames(),
                        logs,
                        configuration.survivesHost()),
                configuration.awaitAudio(),
                configuration.nodeIds(),
                configuration.clientId(),
                configuration.volumeScope(),
                GuardSettings.of(configuration),
                limits(configuration.memoryLimit()),
                configuration.startupSound(),
                logs,
                home.resolve("state"),
                Continuity.of(configuration),
                BlackBoxSettings.of(configuration));
    }

    private static ProcessLimits limits(int memoryMebibytes) {
        if (memoryMebibytes < 0) {
            throw new IllegalArgumentException(
                    "memoryLimit must be 0 or more MiB, not " + memoryMebibytes);
        }
        return memoryMebibytes == 0
                ? ProcessLimits.NONE
                : ProcessLimits.NONE.withResidentBytes((long) memoryMebibytes << 20);
    }

    private static ServerOptions options(int port, Map<String, Object> properties) {
        Map<ServerOption, Integer> values = new EnumMap<>(ServerOption.class);
        for (ServerOption option : ServerOption.values()) {
            Object value = properties.get(option.optionName());
            if (value != null) {
                values.put(option, number(option, value));
            }
        }
        Map<ServerTextOption, String> texts = new EnumMap<>(ServerTextOption.class);
        for (ServerTextOption option : ServerTextOption.values()) {
            Object value = properties.get(option.optionName());
            if (value != null) {
                texts.put(option, value.toString().strip());
            }
        }
        return new ServerOptions(port, values, texts);
    }

    private static int number(ServerOption option, Object value) {
        try {
            return Integer.parseInt(value.toString().strip());
        } catch (NumberFormatException noNumber) {
            throw new IllegalArgumentException(
                    "%s must be a whole number, not '%s'".formatted(option.optionName(), value));
        }
    }

    /** How long things with keys may be without an owner. */
    Duration grace() {
        return continuity.grace();
    }

    /** How long a synth may ring out. */
    Duration release() {
        return continuity.release();
    }

    /** Whether a process that was started with other settings may go on with these. */
    boolean startsLike(Settings other) {
        return options.equals(other.options)
                && program.equals(other.program)
                && audio.equals(other.audio)
                && nodeIds.equals(other.nodeIds)
                && clientId == other.clientId;
    }

    /** How scsynth is started to play through an audio system. */
    ProcessSpec process(AudioServer audio) {
        return new SynthServerSpec(
                        program,
                        name,
                        options.port(),
                        options.argumentsBesidesPort(),
                        directory,
                        continuity.survivesHost(),
                        limits)
                .playingThrough(audio);
    }
}
