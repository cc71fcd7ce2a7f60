package org.scaena.osc.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scaena.osc.OscFormatException;
import org.scaena.osc.conformance.Bytes;
import org.scaena.osc.conformance.Malformed;

class MalformedPacketTest {

    private final ScaenaCodec codec = new ScaenaCodec();

    static List<Malformed> malformed() {
        return Malformed.all();
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void saysWhyAPacketIsRefused(Malformed malformed) {
        OscFormatException refusal =
                catchThrowableOfType(
                        OscFormatException.class, () -> Bytes.decoded(codec, malformed.bytes()));
        assertThat(refusal.reason()).isEqualTo(malformed.reason());
        assertThat(refusal.getStackTrace()).isEmpty();
    }
}
