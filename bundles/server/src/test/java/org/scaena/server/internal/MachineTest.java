package org.scaena.server.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.scaena.buffer.BufferException;
import org.scaena.osc.OscEndpoint;

class MachineTest {

    private static final OscEndpoint FAR =
            new OscEndpoint(OscEndpoint.Protocol.UDP, "192.0.2.1", 57110);

    @Test
    void onlyALoopbackAddressIsHere() {
        assertThat(Machine.of(OscEndpoint.local(57110)).isHere()).isTrue();
        assertThat(Machine.of(FAR).isHere()).isFalse();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void moreThanThereIsIsRefused() {
        Machine here = Machine.of(OscEndpoint.local(57110));
        here.requireMemory("a small buffer", 1 << 20);

        assertThatThrownBy(() -> here.requireMemory("a huge buffer", Long.MAX_VALUE))
                .isInstanceOf(BufferException.class)
                .hasMessageContaining("a huge buffer")
                .hasMessageContaining("MB to spare");
        Machine.of(FAR).requireMemory("what is not ours to know", Long.MAX_VALUE);
    }
}
