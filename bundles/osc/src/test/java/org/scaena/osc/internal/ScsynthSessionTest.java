package org.scaena.osc.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.scaena.osc.conformance.Bytes;

class ScsynthSessionTest {

    private final ScaenaCodec codec = new ScaenaCodec();

    @Test
    void readsAndWritesWhatScsynthSaidAndHeardByteForByte() throws IOException {
        assertThat(ScsynthSession.packets()).hasSizeGreaterThan(80);
        for (ScsynthSession packet : ScsynthSession.packets()) {
            assertThat(Bytes.decoded(codec, packet.bytes())).isEqualTo(packet.message());
            assertThat(Bytes.encoded(codec, packet.message())).isEqualTo(packet.bytes());
        }
    }
}
