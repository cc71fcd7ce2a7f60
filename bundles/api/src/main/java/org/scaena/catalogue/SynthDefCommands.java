package org.scaena.catalogue;

import org.scaena.command.Command;
import org.scaena.command.Done;
import org.scaena.osc.OscBlob;
import org.scaena.osc.OscPacket;

/** Commands for definitions. Source: Server Command Reference, "Synth Definition Commands". */
public final class SynthDefCommands {

    private SynthDefCommands() {}

    /**
     * {@code /d_recv}: takes in definitions.
     *
     * <p>Answered also when the server refuses what it got: only a synth proves a definition.
     *
     * @param file a definition file, at least 10 bytes
     */
    public static Command<Done> receive(OscBlob file) {
        return Command.done(receiving(file).message());
    }

    /** {@code /d_recv} with a completion message, done before the answer is sent. */
    public static Command<Done> receive(OscBlob file, OscPacket completion) {
        return Command.done(receiving(file).anything(completion).message());
    }

    private static Arguments receiving(OscBlob file) {
        Arguments arguments = Arguments.of("/d_recv");
        if (file.size() < 10) {
            throw arguments.refused("the definition file", "at least 10 bytes", file.size());
        }
        return arguments.anything(file);
    }

    /**
     * {@code /d_load}: reads definitions from files.
     *
     * @param path of a file, or a pattern of several; only {@code *.scsyndef} counts
     */
    public static Command<Done> load(String path) {
        return Command.done(Arguments.of("/d_load").text("path", path).message());
    }

    /** {@code /d_load} with a completion message, done before the answer is sent. */
    public static Command<Done> load(String path, OscPacket completion) {
        return Command.done(
                Arguments.of("/d_load").text("path", path).anything(completion).message());
    }

    /** {@code /d_loadDir}: reads all definitions of a directory and of those in it. */
    public static Command<Done> loadDirectory(String path) {
        return Command.done(Arguments.of("/d_loadDir").text("path", path).message());
    }

    /** {@code /d_loadDir} with a completion message, done before the answer is sent. */
    public static Command<Done> loadDirectory(String path, OscPacket completion) {
        return Command.done(
                Arguments.of("/d_loadDir").text("path", path).anything(completion).message());
    }

    /** {@code /d_free}: forgets definitions; unknown names are passed over. */
    public static Command<Done> free(String... names) {
        Arguments arguments = Arguments.of("/d_free");
        if (names.length == 0) {
            throw arguments.refused("the number of names", "at least 1", 0);
        }
        for (String name : names) {
            arguments.text("a definition's name", name);
        }
        return Command.silent(arguments.message());
    }

    /**
     * {@code /d_freeAll}: forgets all definitions.
     *
     * <p>Refused by {@link org.scaena.server.Server}s: with a synth running it crashes scsynth.
     */
    public static Command<Done> freeAll() {
        return Command.silent(Arguments.of("/d_freeAll").message());
    }
}
