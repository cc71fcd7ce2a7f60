package org.scaena.server.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.scaena.server.ServerHardware;
import org.scaena.server.ServerOption;
import org.scaena.server.ServerOptions;

/** What scsynth 3.13 prints of JACK. */
class HardwareTest {

    private static final List<String> PRINTED =
            List.of(
                    "Found 0 LADSPA plugins",
                    "JackDriver: client name is 'SuperCollider'",
                    "SC_AudioDriver: sample rate = 48000.000000, driver's block size = 64",
                    "JackDriver: connected  system:capture_1 to SuperCollider:in_1",
                    "JackDriver: connected  SuperCollider:out_1 to system:playback_1",
                    "JackDriver: connected  SuperCollider:out_2 to system:playback_2",
                    "SuperCollider 3 server ready.");

    private static ServerHardware of(Map<ServerOption, Integer> asked, List<String> printed) {
        return Hardware.of(new ServerOptions(57_110, asked), 48_000, printed);
    }

    @Test
    void countsWhatJackHasConnected() {
        ServerHardware hardware = of(Map.of(), PRINTED);

        assertThat(hardware.inputs()).hasValue(1);
        assertThat(hardware.outputs()).hasValue(2);
        assertThat(hardware.differences())
                .containsExactly(
                        "1 of 2 inputs are connected: set numInputBusChannels to 1, or take an"
                                + " audio device with more");
    }

    @Test
    void anyRateWillDoUnlessOneIsAskedFor() {
        assertThat(of(Map.of(ServerOption.NUM_INPUT_BUS_CHANNELS, 1), PRINTED).isAsAsked())
                .isTrue();
        assertThat(of(Map.of(ServerOption.SAMPLE_RATE, 96_000), List.of()).differences())
                .containsExactly(
                        "the sample rate is 48000 Hz, not 96000 Hz: set sampleRate to 48000 or 0,"
                                + " or start the audio system with 96000");
    }

    @Test
    void whatWasNotPrintedIsNotKnown() {
        ServerHardware hardware = of(Map.of(), PRINTED.subList(2, PRINTED.size()));

        assertThat(hardware.inputs()).isEqualTo(OptionalInt.empty());
        assertThat(hardware.outputs()).isEqualTo(OptionalInt.empty());
        assertThat(hardware.isAsAsked()).isTrue();
    }
}
