package org.scaena.server;

import java.util.Arrays;
import java.util.Optional;

/**
 * The options of scsynth that are text, under SuperCollider's names.
 *
 * <p>Source: {@code scsynth -h} and the ServerOptions class of SuperCollider.
 */
public enum ServerTextOption {
    /** The address it listens on; {@code 0.0.0.0} is every network, which lets everybody in. */
    BIND_ADDRESS("bindAddress", "-B", "127.0.0.1"),
    /** The name of the audio device, or of a JACK client, {@code server:client}. */
    DEVICE("device", "-H", ""),
    /**
     * Where unit generators are looked for, in place of the usual folders; several with {@code :}.
     */
    UGEN_PLUGINS_PATH("ugenPluginsPath", "-U", ""),
    /** The folder outside of which it reads and writes no file. */
    RESTRICTED_PATH("restrictedPath", "-P", ""),
    /** The password that a TCP client must send first; UDP asks for none. */
    SESSION_PASSWORD("sessionPassword", "-p", "");

    private final String optionName;
    private final String flag;
    private final String defaultValue;

    ServerTextOption(String optionName, String flag, String defaultValue) {
        this.optionName = optionName;
        this.flag = flag;
        this.defaultValue = defaultValue;
    }

    /** SuperCollider's name, for example {@code device}; also the configuration key. */
    public String optionName() {
        return optionName;
    }

    /** scsynth's flag, for example {@code -H}. */
    public String flag() {
        return flag;
    }

    /** The value unless it is set; empty: scsynth is not told. */
    public String defaultValue() {
        return defaultValue;
    }

    /** What scsynth is told; it compares paths letter by letter, so a folder ends with a slash. */
    String argument(String value) {
        return this == RESTRICTED_PATH && !value.endsWith("/") ? value + "/" : value;
    }

    /** The option of this name. */
    public static Optional<ServerTextOption> named(String optionName) {
        return Arrays.stream(values()).filter(o -> o.optionName.equals(optionName)).findFirst();
    }
}
