package org.scaena.server.internal;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.scaena.osc.OscBundle;
import org.scaena.osc.OscCodec;
import org.scaena.osc.OscFormatException;
import org.scaena.server.BlackBoxException;

/**
 * Scores in files: OSC bundles in the order of their times, each behind its length (int32, big
 * endian). Source: SuperCollider's Server Guide, "Non-Realtime Synthesis".
 */
final class ScoreFile {

    /** Beyond what an address space of 32 bits, or a person, would want. */
    private static final long MOST_BYTES = 1L << 30;

    private static final int SMALLEST_BUNDLE = 16;

    private ScoreFile() {}

    /** Writes a score; under its name it is there whole or not at all. */
    static void write(Path file, List<byte[]> bundles) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path unfinished = file.resolveSibling(file.getFileName() + ".part");
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(unfinished)))) {
            for (byte[] bundle : bundles) {
                out.writeInt(bundle.length);
                out.write(bundle);
            }
        }
        Files.move(
                unfinished,
                file,
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * Reads a score; of a torn file the part before the tear.
     *
     * @throws BlackBoxException if there is no such file, or it is no score
     */
    static Score read(Path file, OscCodec codec) {
        ByteBuffer bytes = bytes(file);
        List<OscBundle> bundles = new ArrayList<>();
        while (bytes.hasRemaining()) {
            int at = bytes.position();
            boolean cut = bytes.remaining() < Integer.BYTES;
            int length = cut ? 0 : bytes.getInt();
            if (cut || bytes.remaining() < length) {
                return torn(file, bundles, at);
            }
            if (length < SMALLEST_BUNDLE || length % Integer.BYTES != 0) {
                throw wrong(file, at, "a length of " + length + " bytes");
            }
            bundles.add(bundle(file, at, bytes.slice(bytes.position(), length), codec));
            bytes.position(bytes.position() + length);
        }
        if (bundles.isEmpty()) {
            throw wrong(file, 0, "nothing at all");
        }
        return new Score(bundles, Score.WHOLE);
    }

    private static Score torn(Path file, List<OscBundle> bundles, int at) {
        if (bundles.isEmpty()) {
            throw wrong(file, at, "its end before that of the first bundle");
        }
        return new Score(bundles, at);
    }

    private static ByteBuffer bytes(Path file) {
        try {
            if (Files.isDirectory(file)) {
                throw new BlackBoxException(file + " is a folder: name a file in it");
            }
            if (Files.size(file) > MOST_BYTES) {
                throw new BlackBoxException(
                        "%s is longer than 1 GiB: cut it into parts".formatted(file));
            }
            return ByteBuffer.wrap(Files.readAllBytes(file));
        } catch (NoSuchFileException missing) {
            throw new BlackBoxException(
                    "there is no file %s: sc:blackbox lists those that were saved".formatted(file),
                    missing);
        } catch (IOException unreadable) {
            throw new BlackBoxException(
                    "%s can't be read: %s".formatted(file, unreadable), unreadable);
        }
    }

    private static OscBundle bundle(Path file, int at, ByteBuffer bytes, OscCodec codec) {
        try {
            if (codec.decode(bytes) instanceof OscBundle bundle) {
                return bundle;
            }
            throw wrong(file, at, "a message outside of a bundle");
        } catch (OscFormatException malformed) {
            throw wrong(file, at, String.valueOf(malformed.getMessage()));
        }
    }

    private static BlackBoxException wrong(Path file, int at, String what) {
        return new BlackBoxException(
                "%s is no OSC score: at byte %,d it has %s; sc:blackbox lists those that are"
                        .formatted(file, at, what));
    }
}
