package org.scaena.osc.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.scaena.osc.OscFormatException;
import org.scaena.osc.OscMessage;
import org.scaena.osc.OscPacket;
import org.scaena.osc.conformance.Bytes;
import org.scaena.osc.conformance.Capture;
import org.scaena.osc.conformance.RandomPackets;

class HostileBytesTest {

    private static final long SEED = 20_261_125;

    private final ScaenaCodec codec = new ScaenaCodec();
    private final RandomPackets random = new RandomPackets(SEED);

    @Test
    void bringsBackEveryPacketItWrites() {
        for (int i = 0; i < 10_000; i++) {
            OscPacket packet = random.next();
            byte[] bytes = Bytes.encoded(codec, packet);
            assertThat(bytes.length % 4).isZero();
            assertThat(Bytes.decoded(codec, bytes)).isEqualTo(packet);
        }
    }

    @Test
    void refusesAMessageCutAnywhereButAfterItsAddress() {
        OscMessage message = OscMessage.of("/s_new", "s2", 1, List.of(0.5, "x"), 'c', 3L);
        byte[] whole = Bytes.encoded(codec, message);
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            if (length == 8) {
                assertThat(Bytes.decoded(codec, cut)).isEqualTo(OscMessage.of("/s_new"));
            } else {
                assertThat(decodes(cut)).as("cut after %s bytes", length).isFalse();
            }
        }
    }

    @Test
    void refusesCutRandomPacketsOrReadsAShorterOne() {
        for (int i = 0; i < 500; i++) {
            byte[] whole = Bytes.encoded(codec, random.next());
            for (int length = 0; length < whole.length; length++) {
                decodes(Arrays.copyOf(whole, length));
            }
        }
    }

    @Test
    void throwsNothingButItsOwnExceptionAtRandomBytes() {
        for (int i = 0; i < 50_000; i++) {
            decodes(random.bytes(4 * (i % 32)));
        }
    }

    @Test
    void throwsNothingButItsOwnExceptionAtMutatedPackets() throws IOException {
        List<ScsynthSession> session = ScsynthSession.packets();
        int refused = 0;
        for (int i = 0; i < 100_000; i++) {
            byte[] seed =
                    i % 2 == 0
                            ? session.get(i / 2 % session.size()).bytes()
                            : Bytes.encoded(codec, random.next());
            refused += decodes(random.mutated(seed)) ? 0 : 1;
        }
        assertThat(refused).isBetween(10_000, 90_000);
    }

    @Test
    void allocatesLittleForAnyDatagram() throws IOException {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        List<Capture> captures = Capture.all();
        long most = 0;
        for (int i = 0; i < 50_000; i++) {
            byte[] bytes = random.mutated(captures.get(i % captures.size()).bytes());
            ByteBuffer datagram = ByteBuffer.wrap(bytes);
            long before = threads.getCurrentThreadAllocatedBytes();
            try {
                codec.decode(datagram);
            } catch (OscFormatException refusal) {
                // it cost what it cost
            }
            most = Math.max(most, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertThat(most).isLessThan(1 << 20);
    }

    /** Whether the bytes are a packet, which then must be writable again. */
    private boolean decodes(byte[] bytes) {
        try {
            assertThat(codec.size(Bytes.decoded(codec, bytes)) % 4).isZero();
            return true;
        } catch (OscFormatException refusal) {
            return false;
        } catch (RuntimeException | Error other) {
            return fail("seed " + SEED + ", bytes " + HexFormat.of().formatHex(bytes), other);
        }
    }
}
