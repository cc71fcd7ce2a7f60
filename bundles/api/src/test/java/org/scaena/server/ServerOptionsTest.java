package org.scaena.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ServerOptionsTest {

    @Test
    void defaultsAreThoseOfTheNotebook() {
        assertThat(String.join(" ", ServerOptions.defaults().arguments()))
                .isEqualTo("-u 57110 -l 6 -i 2 -o 2 -a 1024 -c 4096 -b 1024 -D 0 -R 0");
    }

    @Test
    void anOptionThatIsSetIsPassed() {
        assertThat(ServerOptions.defaults().with(ServerOption.MEM_SIZE, 65_536).arguments())
                .containsSequence("-m", "65536");
    }

    @Test
    void refusesValuesOutOfRangeByName() {
        ServerOptions options = ServerOptions.defaults();
        assertThatThrownBy(() -> options.with(ServerOption.MEM_SIZE, 1))
                .hasMessage("memSize must be 256…4194304 KiB, not 1");
        assertThatThrownBy(() -> options.withPort(99_999)).hasMessageContaining("1…65535");
    }

    @Test
    void refusesFewerAudioBusesThanHardwareChannels() {
        ServerOptions few = ServerOptions.defaults().with(ServerOption.NUM_AUDIO_BUS_CHANNELS, 4);
        assertThatThrownBy(() -> few.with(ServerOption.NUM_INPUT_BUS_CHANNELS, 3))
                .hasMessageContaining("numAudioBusChannels must be at least 5");
    }
}
