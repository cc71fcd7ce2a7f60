package org.scaena.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ServerOptionsTest {

    @Test
    void defaultsAreThoseOfTheNotebook() {
        assertThat(String.join(" ", ServerOptions.defaults().arguments()))
                .isEqualTo("-u 57110 -l 6 -i 2 -o 2 -a 1024 -c 4096 -b 1024 -R 0");
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

    @Test
    void tellsWhatTheServerMakesOfThem() {
        ServerOptions effective =
                ServerOptions.defaults().with(ServerOption.NUM_BUFFERS, 1025).effective();

        assertThat(effective.get(ServerOption.MAX_LOGINS)).isEqualTo(8);
        assertThat(effective.get(ServerOption.NUM_BUFFERS)).isEqualTo(2048);
        assertThat(effective.get(ServerOption.NUM_CONTROL_BUS_CHANNELS)).isEqualTo(4096);
        assertThat(effective.with(ServerOption.MAX_LOGINS, 1).effective())
                .returns(1, options -> options.get(ServerOption.MAX_LOGINS));
    }

    @Test
    void textsAndBareFlagsArePassed() {
        ServerOptions options =
                ServerOptions.defaults()
                        .with(ServerOption.MEMORY_LOCKING, 1)
                        .with(ServerTextOption.RESTRICTED_PATH, "/srv/sounds");

        assertThat(String.join(" ", options.arguments())).endsWith("-R 0 -L -P /srv/sounds/");
        assertThatThrownBy(() -> options.with(ServerTextOption.DEVICE, "-u"))
                .hasMessage("device must not begin with '-' or hold control characters: '-u'");
    }
}
