package org.scaena.itests.continuity;

import static org.scaena.node.Controls.set;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.scaena.buffer.Buffer;
import org.scaena.buffer.BufferSource;
import org.scaena.buffer.SoundFileFormat;
import org.scaena.catalogue.BufferFileCommands;
import org.scaena.command.Reply;
import org.scaena.node.Group;
import org.scaena.node.Node;
import org.scaena.node.Placement;
import org.scaena.node.Synth;
import org.scaena.server.Client;
import org.scaena.synthdef.SynthDef;
import org.scaena.synthdef.SynthDef.Parameter;
import org.scaena.synthdef.SynthDefFile;
import org.scaena.synthdef.SynthDefFormat;
import org.scaena.synthdef.UGen;
import org.scaena.synthdef.UGen.Input;
import org.scaena.synthdef.UGen.Rate;

/**
 * Two hundred synths that sound the same each time they are played, to the last bit, recorded by
 * the server itself from the block in which they start.
 */
public final class Piece {

    /** How many sound. */
    public static final int SYNTHS = 200;

    /** Ends by itself after 20 ms and is not heard. */
    static final String BLIP = "piece-blip";

    private static final String TONE = "piece-tone";
    private static final String RECORDER = "piece-recorder";
    private static final int RECORDED_FRAMES = 1 << 17;
    private static final Duration AHEAD = Duration.ofMillis(300);

    private final Client client;
    private final Buffer buffer;
    private final List<Synth> synths = new ArrayList<>();
    private final Path file;

    private Piece(Client client, Path file) {
        this.client = client;
        this.file = file;
        this.buffer = client.buffer(BufferSource.alloc(RECORDED_FRAMES)).ready().await();
    }

    /** Gives the server what the piece is made of. */
    public static void define(Client client, SynthDefFormat format) {
        client.sendSynthDef(format.write(new SynthDefFile(2, List.of(tone(), recorder(), blip()))))
                .await();
    }

    /** Plays it, until it is stopped. */
    public static Piece play(Client client, Path file) {
        Piece piece = new Piece(client, file);
        piece.buffer.record(file, SoundFileFormat.WAV_FLOAT).await();
        piece.begin();
        return piece;
    }

    private void begin() {
        Group tones = client.defaultGroup();
        client.at(
                AHEAD,
                () -> {
                    for (int i = 0; i < SYNTHS; i++) {
                        synths.add(
                                client.synth(
                                        TONE,
                                        set("freq", 40 + 13.7 * i).set("amp", 0.9 / SYNTHS),
                                        Placement.addToTail(tones)));
                    }
                    synths.add(
                            client.synth(
                                    RECORDER,
                                    set("bufnum", buffer.number()),
                                    Placement.addToTail(tones)));
                });
        synths.forEach(synth -> synth.started().await());
    }

    /** The ids of all that sounds. */
    public List<Integer> ids() {
        return synths.stream().map(Synth::id).toList();
    }

    /** The number of the buffer through which it is recorded. */
    public int buffer() {
        return buffer.number();
    }

    /** Ends it, once all that was heard until now is in the file; what was recorded. */
    public Recording stop() {
        awaitFile();
        buffer.close().await();
        List<Reply<?>> ends = new ArrayList<>();
        synths.forEach(synth -> ends.add(synth.ended()));
        synths.forEach(Synth::free);
        ends.forEach(Reply::await);
        buffer.free().await();
        return Recording.read(file);
    }

    /** Ends it through a login that has come after the one that plays it; what was recorded. */
    public Recording stop(Client later) {
        awaitFile();
        later.request(BufferFileCommands.close(buffer.number())).await();
        List<Reply<?>> ends = new ArrayList<>();
        for (int id : ids()) {
            Node node = later.node(id).orElseThrow();
            ends.add(node.ended());
            node.free();
        }
        ends.forEach(Reply::await);
        return Recording.read(file);
    }

    /** A half of the buffer is written when it is full; one may be on its way. */
    private void awaitFile() {
        long enough = file.toFile().length() + 2L * RECORDED_FRAMES / 2 * Float.BYTES;
        Poll.until("it is recorded", () -> file.toFile().length() >= enough);
    }

    private static SynthDef tone() {
        return definition(
                TONE,
                List.of(0f),
                List.of("freq", "amp"),
                control(2),
                audio("SinOsc", 0, new Input.Wire(0, 0), new Input.Constant(0)),
                audio("BinaryOpUGen", 2, new Input.Wire(1, 0), new Input.Wire(0, 1)),
                new UGen(
                        "Out",
                        Rate.AUDIO,
                        0,
                        List.of(new Input.Constant(0), new Input.Wire(2, 0)),
                        List.of()));
    }

    private static SynthDef recorder() {
        return definition(
                RECORDER,
                List.of(0f),
                List.of("bufnum"),
                control(1),
                audio("In", 0, new Input.Constant(0)),
                audio("DiskOut", 0, new Input.Wire(0, 0), new Input.Wire(1, 0)));
    }

    private static SynthDef blip() {
        return definition(
                BLIP,
                List.of(0f, 1f, 0.02f, 2f),
                List.of(),
                new UGen(
                        "Line",
                        Rate.CONTROL,
                        0,
                        IntStream.range(0, 4).<Input>mapToObj(Input.Constant::new).toList(),
                        List.of(Rate.CONTROL)));
    }

    private static SynthDef definition(
            String name, List<Float> constants, List<String> controls, UGen... units) {
        List<Parameter> parameters =
                IntStream.range(0, controls.size())
                        .mapToObj(i -> new Parameter(controls.get(i), i, List.of(0f)))
                        .toList();
        return new SynthDef(name, constants, parameters, List.of(units), List.of());
    }

    private static UGen control(int outputs) {
        return new UGen(
                "Control",
                Rate.CONTROL,
                0,
                List.of(),
                IntStream.range(0, outputs).mapToObj(i -> Rate.CONTROL).toList());
    }

    private static UGen audio(String name, int index, Input... inputs) {
        return new UGen(name, Rate.AUDIO, index, List.of(inputs), List.of(Rate.AUDIO));
    }
}
