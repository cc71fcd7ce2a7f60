package org.scaena.server.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.scaena.osc.OscBlob;
import org.scaena.osc.OscMessage;
import org.scaena.synthdef.SynthDefFormat;

/**
 * Refuses definitions that can't be read to their end, at which scsynth may crash, and to forget
 * all at once, at which it does if a synth plays.
 */
final class DefinitionGuard implements Guard {

    private final SynthDefFormat format;

    DefinitionGuard(SynthDefFormat format) {
        this.format = format;
    }

    @Override
    public void admit(OscMessage message, Undo undo) {
        switch (message.address().replace("/", "")) {
            case "d_recv" -> {
                if (message.arguments().get(0) instanceof OscBlob file) {
                    format.read(file.toByteArray(), message.address());
                }
            }
            case "d_load" -> files(message.stringAt(0)).forEach(this::readHere);
            case "d_loadDir" -> folder(Path.of(message.stringAt(0))).forEach(this::readHere);
            default ->
                    throw new IllegalStateException(
                            "/d_freeAll: free definitions by their names, as scsynth crashes if all"
                                    + " go while a synth plays");
        }
    }

    /** The file of this name, or those of a pattern, as far as they are on this machine. */
    private static List<Path> files(String pattern) {
        Path path = Path.of(pattern);
        Path name = path.getFileName();
        Path folder = path.toAbsolutePath().getParent();
        if (Files.isRegularFile(path)) {
            return List.of(path);
        }
        if (name == null || folder == null || !Files.isDirectory(folder)) {
            return List.of();
        }
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> matching = Files.newDirectoryStream(folder, name.toString())) {
            matching.forEach(found::add);
        } catch (IOException | DirectoryIteratorException | PatternSyntaxException noPattern) {
            return List.of();
        }
        return definitions(found.stream());
    }

    /** All definitions of a folder and of those in it, as far as it is on this machine. */
    private static List<Path> folder(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return definitions(all);
        } catch (IOException | UncheckedIOException elsewhere) {
            return List.of();
        }
    }

    /** What scsynth takes for one. */
    private static List<Path> definitions(Stream<Path> files) {
        return files.filter(Files::isRegularFile)
                .filter(file -> file.toString().endsWith(".scsyndef"))
                .toList();
    }

    private void readHere(Path file) {
        try {
            format.read(Files.readAllBytes(file), file.toString());
        } catch (IOException unreadable) {
            throw new IllegalStateException(
                    "definition file " + file + " can't be read: " + unreadable.getMessage(),
                    unreadable);
        }
    }
}
