package org.scaena.server.internal;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.scaena.server.ServerEvent;
import org.scaena.server.ServerHardware;
import org.scaena.server.ServerOption;
import org.scaena.server.ServerOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the audio system gives a server: warned of once, however often that is started with it.
 *
 * <p>scsynth answers with its rate only. Which channels JACK has connected it prints before it is
 * ready, one line each.
 */
final class Hardware {

    private static final Logger LOG = LoggerFactory.getLogger(Hardware.class);

    private static final int LINES = 200;
    private static final String BEGIN = "JackDriver: client name is";
    private static final String CONNECTED = "JackDriver: connected ";
    private static final String TO = " to ";

    private final Life life;
    private volatile @Nullable ServerHardware now;
    private @Nullable ServerHardware told;

    Hardware(Life life) {
        this.life = life;
    }

    Optional<ServerHardware> now() {
        return life.state().run().flatMap(run -> Optional.ofNullable(now));
    }

    /** A server is up; on the life thread. */
    void begin(ServerRun up) {
        List<String> printed =
                up.process().map(process -> process.lastLines(LINES)).orElse(List.of());
        ServerOptions asked = up.client().options();
        ServerHardware found = of(asked, up.status().nominalSampleRate(), printed);
        now = found;
        if (!found.isAsAsked() && !found.equals(told)) {
            told = found;
            found.differences()
                    .forEach(what -> LOG.warn("server '{}': {}", life.settings().name(), what));
            life.plugins().event(new ServerEvent.HardwareDiffers(found));
        }
    }

    /** Reads what scsynth has printed; its own ports are ours in whatever name. */
    static ServerHardware of(ServerOptions asked, double sampleRate, List<String> printed) {
        boolean known = printed.stream().anyMatch(line -> line.startsWith(BEGIN));
        return new ServerHardware(
                asked.get(ServerOption.SAMPLE_RATE),
                sampleRate,
                asked.get(ServerOption.NUM_INPUT_BUS_CHANNELS),
                known ? count(printed, Hardware::isInput) : OptionalInt.empty(),
                asked.get(ServerOption.NUM_OUTPUT_BUS_CHANNELS),
                known ? count(printed, Hardware::isOutput) : OptionalInt.empty());
    }

    private static OptionalInt count(List<String> printed, Predicate<String> wanted) {
        return OptionalInt.of(
                (int)
                        printed.stream()
                                .filter(line -> line.startsWith(CONNECTED))
                                .filter(wanted)
                                .count());
    }

    private static boolean isInput(String connected) {
        return connected.matches(".*" + TO + ".*:in_\\d+");
    }

    private static boolean isOutput(String connected) {
        return connected.matches(".*:out_\\d+" + TO + ".*");
    }
}
