package org.scaena.server;

import java.util.Arrays;
import java.util.Optional;

/**
 * The options of scsynth that are numbers or switches, under SuperCollider's names.
 *
 * <p>Source: {@code scsynth -h} and the ServerOptions class of SuperCollider.
 */
public enum ServerOption {
    /** How many clients may log in; rounded up to a power of two by the server. */
    MAX_LOGINS("maxLogins", "-l", 6, 1, 256, "logins"),
    /** Hardware input channels. */
    NUM_INPUT_BUS_CHANNELS("numInputBusChannels", "-i", 2, 0, 1024, "channels"),
    /** Hardware output channels. */
    NUM_OUTPUT_BUS_CHANNELS("numOutputBusChannels", "-o", 2, 0, 1024, "channels"),
    /** All audio buses, the hardware ones included. */
    NUM_AUDIO_BUS_CHANNELS("numAudioBusChannels", "-a", 1024, 1, 65_536, "channels"),
    /** Control buses. */
    NUM_CONTROL_BUS_CHANNELS("numControlBusChannels", "-c", 4096, 1, 1_048_576, "channels"),
    /** Buffers; rounded up to a power of two by the server. */
    NUM_BUFFERS("numBuffers", "-b", 1024, 1, 1_048_576, "buffers"),
    /** Whether the server announces itself on the network: 0 or 1. */
    ZERO_CONF("zeroConf", "-R", 0, 0, 1, "switch"),
    /** Nodes, the root included. */
    MAX_NODES("maxNodes", "-n", 1024, 2, 1_048_576, "nodes"),
    /** Synth definitions. */
    MAX_SYNTH_DEFS("maxSynthDefs", "-d", 1024, 8, 1_048_576, "definitions"),
    /** Real-time memory. */
    MEM_SIZE("memSize", "-m", 8192, 256, 4_194_304, "KiB"),
    /** Buffers between the units of a synth. */
    NUM_WIRE_BUFS("numWireBufs", "-w", 64, 8, 65_536, "buffers"),
    /** Random number generators. */
    NUM_R_GENS("numRGens", "-r", 64, 1, 65_536, "generators"),
    /** Samples per control period. */
    BLOCK_SIZE("blockSize", "-z", 64, 1, 8192, "samples"),
    /** How much the server prints; below 0 it does not say that it is ready. */
    VERBOSITY("verbosity", "-V", 0, -2, 4, "level"),
    /** Whether definitions are read from the user's SuperCollider folder at boot: 0 or 1. */
    LOAD_DEFS("loadDefs", "-D", 1, 0, 1, "switch"),
    /** The rate asked of the audio system; 0: as that has it. */
    SAMPLE_RATE("sampleRate", "-S", 0, 0, 768_000, "Hz"),
    /** The audio period asked of the audio system; 0: as that has it. JACK decides by itself. */
    HARDWARE_BUFFER_SIZE("hardwareBufferSize", "-Z", 0, 0, 65_536, "frames"),
    /** Another port, for TCP, beside the UDP port; 0: none. */
    TCP_PORT("tcpPort", "-t", 0, 0, 65_535, "port"),
    /** Whether its memory is kept from being swapped out: 0 or 1. */
    MEMORY_LOCKING("memoryLocking", "-L", 0, 0, 1, "switch"),
    /** Whether time tags are compared with the system's clock, not the sound card's: 0 or 1. */
    USE_SYSTEM_CLOCK("useSystemClock", "-C", 1, 0, 1, "switch"),
    /** Threads that compute sound; only supernova takes it. 0: as many as it likes. */
    THREADS("threads", "-T", 0, 0, 256, "threads");

    private final String optionName;
    private final String flag;
    private final int defaultValue;
    private final int min;
    private final int max;
    private final String unit;

    ServerOption(String optionName, String flag, int defaultValue, int min, int max, String unit) {
        this.optionName = optionName;
        this.flag = flag;
        this.defaultValue = defaultValue;
        this.min = min;
        this.max = max;
        this.unit = unit;
    }

    /** SuperCollider's name, for example {@code numBuffers}; also the configuration key. */
    public String optionName() {
        return optionName;
    }

    /** scsynth's flag, for example {@code -b}. */
    public String flag() {
        return flag;
    }

    /** The value unless it is set. */
    public int defaultValue() {
        return defaultValue;
    }

    /** The lowest value allowed. */
    public int min() {
        return min;
    }

    /** The highest value allowed. */
    public int max() {
        return max;
    }

    /** What is counted. */
    public String unit() {
        return unit;
    }

    /** The option of this name. */
    public static Optional<ServerOption> named(String optionName) {
        return Arrays.stream(values()).filter(o -> o.optionName.equals(optionName)).findFirst();
    }

    /** Whether scsynth is told even when the value is the default, as in the notebook. */
    boolean alwaysPassed() {
        return ordinal() <= ZERO_CONF.ordinal();
    }

    /** Whether its flag stands alone, without a number behind it. */
    boolean isBareFlag() {
        return this == MEMORY_LOCKING;
    }

    /** What the server makes of a value: some sizes are rounded up to a power of two. */
    int effective(int value) {
        boolean rounded = this == MAX_LOGINS || this == NUM_BUFFERS;
        return rounded && value > 1 ? Integer.highestOneBit(value - 1) << 1 : value;
    }
}
