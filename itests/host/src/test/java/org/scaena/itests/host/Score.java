package org.scaena.itests.host;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.scaena.itests.continuity.Recording;
import org.scaena.osc.OscBundle;
import org.scaena.osc.OscCodec;
import org.scaena.osc.OscMessage;
import org.scaena.osc.OscTimeTag;

/**
 * Commands with their times, which scsynth plays into a file without JACK: the same each time,
 * sample by sample.
 */
final class Score {

    static final int SAMPLE_RATE = 48_000;

    private static final int LIMIT_SECONDS = 60;

    private final OscCodec codec;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Score(OscCodec codec) {
        this.codec = codec;
    }

    Score at(long second, OscMessage... messages) throws IOException {
        OscBundle bundle = new OscBundle(new OscTimeTag(second << 32), List.of(messages));
        ByteBuffer packet = ByteBuffer.allocate(codec.size(bundle));
        codec.encode(bundle, packet);
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(packet.position());
        out.write(packet.array());
        return this;
    }

    /** What two channels sound like, one behind the other. */
    List<float[]> play(Path scsynth) throws IOException, InterruptedException {
        Path score = Files.createTempFile("score", ".osc");
        Path sound = Files.createTempFile("score", ".wav");
        try {
            Files.write(score, bytes.toByteArray());
            Process process =
                    new ProcessBuilder(
                                    scsynth.toString(),
                                    "-N",
                                    score.toString(),
                                    "_",
                                    sound.toString(),
                                    Integer.toString(SAMPLE_RATE),
                                    "WAV",
                                    "float",
                                    "-o",
                                    "2",
                                    "-i",
                                    "0")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new AssertionError("scsynth did not play the score");
            }
            return channels(Recording.read(sound).samples());
        } finally {
            Files.delete(score);
            Files.delete(sound);
        }
    }

    private static List<float[]> channels(float[] frames) {
        float[] left = new float[frames.length / 2];
        float[] right = new float[frames.length / 2];
        for (int i = 0; i < left.length; i++) {
            left[i] = frames[2 * i];
            right[i] = frames[2 * i + 1];
        }
        return List.of(left, right);
    }
}
