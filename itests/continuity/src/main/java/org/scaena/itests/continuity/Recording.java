package org.scaena.itests.continuity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a server has played, sample by sample.
 *
 * @param samples one channel, as the server computed them
 */
public record Recording(float[] samples) {

    private static final int DATA = 0x61746164;
    private static final int RIFF_HEADER_BYTES = 12;

    /** Reads a WAV file of one channel of floats. */
    public static Recording read(Path file) {
        try {
            ByteBuffer bytes =
                    ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
            bytes.position(RIFF_HEADER_BYTES);
            while (true) {
                int chunk = bytes.getInt();
                int length = bytes.getInt();
                if (chunk == DATA) {
                    float[] samples = new float[length / Float.BYTES];
                    bytes.asFloatBuffer().get(samples);
                    return new Recording(samples);
                }
                bytes.position(bytes.position() + length);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Has a server write the rest of a recording, without its host, and reads it.
     *
     * @param scsynthPort the UDP port of the server, on this machine
     * @param buffer through which it is recorded
     */
    public static Recording finish(Path file, int scsynthPort, int buffer) throws IOException {
        byte[] close =
                ByteBuffer.allocate(20)
                        .put("/b_close\0\0\0\0,i\0\0".getBytes(StandardCharsets.US_ASCII))
                        .putInt(buffer)
                        .array();
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.connect(InetAddress.getLoopbackAddress(), scsynthPort);
            socket.send(new DatagramPacket(close, close.length));
        }
        Poll.until("the file is closed", () -> read(file).samples.length > 0);
        return read(file);
    }

    /** How many samples are there in both. */
    public int common(Recording other) {
        return Math.min(samples.length, other.samples.length);
    }

    /** How many of the samples that are there in both are not the same, bit by bit. */
    public int differences(Recording other) {
        int different = 0;
        for (int i = 0; i < common(other); i++) {
            if (Float.floatToRawIntBits(samples[i]) != Float.floatToRawIntBits(other.samples[i])) {
                different++;
            }
        }
        return different;
    }

    /** The loudest sample. */
    public float peak() {
        float peak = 0;
        for (float sample : samples) {
            peak = Math.max(peak, Math.abs(sample));
        }
        return peak;
    }
}
