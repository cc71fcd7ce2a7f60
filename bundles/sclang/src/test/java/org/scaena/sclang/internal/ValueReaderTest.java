package org.scaena.sclang.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.scaena.sclang.SclangException;
import org.scaena.sclang.SclangValue;

class ValueReaderTest {

    private static ByteBuffer bytes() {
        return ByteBuffer.allocate(100);
    }

    @Test
    void everyKindIsRead() {
        byte[] name = "h\u00e4".getBytes(StandardCharsets.UTF_8);
        ByteBuffer row =
                bytes().put((byte) 'a')
                        .putInt(5)
                        .put((byte) 'n')
                        .put((byte) 't')
                        .put((byte) 'i')
                        .putInt(-1)
                        .put((byte) 'd')
                        .putDouble(0.5)
                        .put((byte) 's')
                        .putInt(name.length)
                        .put(name)
                        .flip();

        assertThat(ValueReader.read(row))
                .isEqualTo(
                        new SclangValue.Row(
                                List.of(
                                        new SclangValue.Nil(),
                                        SclangValue.of(true),
                                        SclangValue.of(-1),
                                        SclangValue.of(0.5),
                                        SclangValue.of("h\u00e4"))));
    }

    @Test
    void whatIsCutOrLiesAboutItsSizeIsRefused() {
        assertRefused(bytes().flip());
        assertRefused(bytes().put((byte) 'i').put((byte) 1).flip());
        assertRefused(bytes().put((byte) 's').putInt(Integer.MAX_VALUE).flip());
        assertRefused(bytes().put((byte) 'a').putInt(-1).flip());
        assertRefused(bytes().put((byte) '?').flip());
        ByteBuffer deep = ByteBuffer.allocate(5_000);
        while (deep.remaining() >= 5) {
            deep.put((byte) 'a').putInt(1);
        }
        assertRefused(deep.flip());
    }

    @Test
    void rubbishIsAValueOrRefused() {
        Random random = new Random(1);
        for (int round = 0; round < 100_000; round++) {
            byte[] rubbish = new byte[random.nextInt(40)];
            random.nextBytes(rubbish);
            if (rubbish.length > 0) {
                rubbish[0] = (byte) "nitfdsybamo".charAt(random.nextInt(11));
            }
            try {
                ValueReader.read(ByteBuffer.wrap(rubbish));
            } catch (SclangException refused) {
                assertThat(refused).hasMessageNotContaining("null");
            }
        }
    }

    private static void assertRefused(ByteBuffer bytes) {
        assertThatThrownBy(() -> ValueReader.read(bytes)).isInstanceOf(SclangException.class);
    }
}
