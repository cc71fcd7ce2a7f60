package org.scaena.server.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/** Writes samples as a WAV file of 32-bit floats, with the Java library's own writer. */
final class WaveFile {

    private WaveFile() {}

    /**
     * Writes a temporary file.
     *
     * @param samples interleaved; whole frames
     * @param from the first sample
     * @param to the sample behind the last
     */
    static Path temporary(float[] samples, int from, int to, int numChannels, float sampleRate)
            throws IOException {
        Path file = Files.createTempFile("scaena-", ".wav");
        try (AudioInputStream stream = stream(samples, from, to, numChannels, sampleRate)) {
            AudioSystem.write(stream, AudioFileFormat.Type.WAVE, file.toFile());
            return file;
        } catch (IOException | RuntimeException notWritten) {
            Files.deleteIfExists(file);
            throw notWritten;
        }
    }

    /** Writes samples into a file, which is replaced as a whole if it is there. */
    static void write(Path file, float[] samples, int numChannels, float sampleRate)
            throws IOException {
        Path coming = temporary(samples, 0, samples.length, numChannels, sampleRate);
        Files.move(coming, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private static AudioInputStream stream(
            float[] samples, int from, int to, int numChannels, float sampleRate) {
        ByteBuffer bytes =
                ByteBuffer.allocate((to - from) * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(samples, from, to - from);
        AudioFormat format =
                new AudioFormat(
                        AudioFormat.Encoding.PCM_FLOAT,
                        sampleRate,
                        Float.SIZE,
                        numChannels,
                        numChannels * Float.BYTES,
                        sampleRate,
                        false);
        return new AudioInputStream(
                new ByteArrayInputStream(bytes.array()), format, (to - from) / numChannels);
    }
}
