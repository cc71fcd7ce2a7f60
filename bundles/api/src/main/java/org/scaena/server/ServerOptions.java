package org.scaena.server;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How a scsynth is started: a port and options, checked and immutable.
 *
 * @param port the UDP port, 1…65535
 * @param values the numbers that are set; all others have their defaults
 * @param texts the texts that are set; all others have their defaults
 */
public record ServerOptions(
        int port, Map<ServerOption, Integer> values, Map<ServerTextOption, String> texts) {

    /** The port on which every SuperCollider program expects the server. */
    public static final int DEFAULT_PORT = 57110;

    /**
     * Checks each value and that the hardware buses fit.
     *
     * @throws IllegalArgumentException that names the option, its value and what is allowed
     */
    public ServerOptions {
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("port must be 1…65535, not " + port);
        }
        values = Map.copyOf(values);
        values.forEach(ServerOptions::check);
        texts = Map.copyOf(texts);
        texts.forEach(ServerOptions::check);
        int hardware =
                value(values, ServerOption.NUM_INPUT_BUS_CHANNELS)
                        + value(values, ServerOption.NUM_OUTPUT_BUS_CHANNELS);
        if (value(values, ServerOption.NUM_AUDIO_BUS_CHANNELS) < hardware) {
            throw new IllegalArgumentException(
                    "numAudioBusChannels must be at least %d, the sum of inputs and outputs, not %d"
                            .formatted(
                                    hardware, value(values, ServerOption.NUM_AUDIO_BUS_CHANNELS)));
        }
    }

    /** Options without texts. */
    public ServerOptions(int port, Map<ServerOption, Integer> values) {
        this(port, values, Map.of());
    }

    /** The default port and the notebook's options. */
    public static ServerOptions defaults() {
        return new ServerOptions(DEFAULT_PORT, Map.of());
    }

    /** The same, with another port. */
    public ServerOptions withPort(int otherPort) {
        return new ServerOptions(otherPort, values, texts);
    }

    /** The same, with a number set. */
    public ServerOptions with(ServerOption option, int value) {
        Map<ServerOption, Integer> changed = new EnumMap<>(ServerOption.class);
        changed.putAll(values);
        changed.put(option, value);
        return new ServerOptions(port, changed, texts);
    }

    /** The same, with a text set. */
    public ServerOptions with(ServerTextOption option, String value) {
        Map<ServerTextOption, String> changed = new EnumMap<>(ServerTextOption.class);
        changed.putAll(texts);
        changed.put(option, value);
        return new ServerOptions(port, values, changed);
    }

    /** The value of an option. */
    public int get(ServerOption option) {
        return value(values, option);
    }

    /** The value of an option; empty if scsynth is not told. */
    public String get(ServerTextOption option) {
        return texts.getOrDefault(option, option.defaultValue());
    }

    /** What a scsynth makes of these: logins and buffers are rounded up to a power of two. */
    public ServerOptions effective() {
        Map<ServerOption, Integer> rounded = new EnumMap<>(ServerOption.class);
        for (ServerOption option : ServerOption.values()) {
            rounded.put(option, option.effective(get(option)));
        }
        return new ServerOptions(port, rounded, texts);
    }

    /** scsynth's arguments; an option that has scsynth's own default may be left out. */
    public List<String> arguments() {
        List<String> arguments = new ArrayList<>(List.of("-u", Integer.toString(port)));
        arguments.addAll(argumentsBesidesPort());
        return List.copyOf(arguments);
    }

    /** The same without the port. */
    public List<String> argumentsBesidesPort() {
        List<String> arguments = new ArrayList<>();
        for (ServerOption option : ServerOption.values()) {
            if (option.alwaysPassed() || get(option) != option.defaultValue()) {
                arguments.add(option.flag());
                if (!option.isBareFlag()) {
                    arguments.add(Integer.toString(get(option)));
                }
            }
        }
        texts.forEach(
                (option, value) -> {
                    if (!value.equals(option.defaultValue())) {
                        arguments.addAll(List.of(option.flag(), option.argument(value)));
                    }
                });
        return List.copyOf(arguments);
    }

    private static int value(Map<ServerOption, Integer> values, ServerOption option) {
        return values.getOrDefault(option, option.defaultValue());
    }

    private static void check(ServerOption option, int value) {
        if (value < option.min() || value > option.max()) {
            throw new IllegalArgumentException(
                    "%s must be %d…%d %s, not %d"
                            .formatted(
                                    option.optionName(),
                                    option.min(),
                                    option.max(),
                                    option.unit(),
                                    value));
        }
    }

    private static void check(ServerTextOption option, String value) {
        if (value.startsWith("-") || value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "%s must not begin with '-' or hold control characters: '%s'"
                            .formatted(option.optionName(), value));
        }
    }
}
