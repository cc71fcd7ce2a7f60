package org.scaena.bench.buffers;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.charset.StandardCharsets;
import org.scaena.osc.OscEndpoint;

/**
 * The least that moving samples takes: one socket, hand-made packets, one reply awaited for each
 * eight slices. It checks nothing and would hang if a datagram got lost.
 */
final class Floor implements AutoCloseable {

    private static final int SLICE = 1_600;
    private static final int UNDER_WAY = 8;

    private final int buffer;
    private final DatagramChannel channel;
    private final ByteBuffer out = ByteBuffer.allocateDirect(65_536);
    private final ByteBuffer in = ByteBuffer.allocateDirect(65_536);

    Floor(OscEndpoint server, int buffer) throws IOException {
        this.buffer = buffer;
        this.channel =
                DatagramChannel.open().connect(new InetSocketAddress(server.host(), server.port()));
    }

    void set(float[] samples) throws IOException {
        int slices = 0;
        for (int from = 0; from < samples.length; from += SLICE) {
            int count = Math.min(SLICE, samples.length - from);
            begin("/b_setn", "iii" + "f".repeat(count), from, count);
            for (int i = 0; i < count; i++) {
                out.putFloat(samples[from + i]);
            }
            send();
            if (++slices % UNDER_WAY == 0 || from + count == samples.length) {
                begin("/b_getn", "iii", from, 1);
                send();
                receive();
            }
        }
    }

    float[] get(int count) throws IOException {
        float[] samples = new float[count];
        int asked = 0;
        int got = 0;
        while (got < count) {
            for (; asked < count && asked - got < UNDER_WAY * SLICE; asked += SLICE) {
                begin("/b_getn", "iii", asked, Math.min(SLICE, count - asked));
                send();
            }
            receive();
            int number = Math.min(SLICE, count - got);
            in.position(in.limit() - number * Float.BYTES);
            in.asFloatBuffer().get(samples, got, number);
            got += number;
        }
        return samples;
    }

    private void begin(String address, String tags, int first, int count) {
        out.clear();
        text(address);
        text("," + tags);
        out.putInt(buffer).putInt(first).putInt(count);
    }

    private void text(String text) {
        out.put(text.getBytes(StandardCharsets.US_ASCII)).put((byte) 0);
        while (out.position() % 4 != 0) {
            out.put((byte) 0);
        }
    }

    private void send() throws IOException {
        channel.write(out.flip());
    }

    private void receive() throws IOException {
        in.clear();
        channel.read(in);
        in.flip();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
