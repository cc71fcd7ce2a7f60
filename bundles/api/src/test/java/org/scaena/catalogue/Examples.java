package org.scaena.catalogue;

import static org.scaena.node.Controls.set;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.scaena.buffer.Buffer;
import org.scaena.buffer.SoundFileFormat;
import org.scaena.buffer.SoundFilePart;
import org.scaena.buffer.Waveform;
import org.scaena.command.Command;
import org.scaena.node.AddAction;
import org.scaena.node.ControlValues;
import org.scaena.node.Placement;
import org.scaena.node.TreeDetail;
import org.scaena.osc.OscBlob;
import org.scaena.osc.OscMessage;

/** One call of each factory. */
final class Examples {

    static final Placement HEAD = new Placement(AddAction.ADD_TO_HEAD, 1);
    private static final OscMessage THEN = OscMessage.of("/status");
    private static final OscBlob FILE = OscBlob.of(new byte[10]);
    private static final SoundFilePart SOUND = SoundFilePart.of(Path.of("a.wav"));
    private static final ControlValues CONTROLS =
            set("freq", 440).set("chord", 1, 2, 3).mapToControlBus("amp", 7).set(2, 0.5);

    private Examples() {}

    static Stream<Command<?>> all() {
        return Stream.of(
                        server(),
                        definitions(),
                        synths(),
                        nodes(),
                        maps(),
                        groups(),
                        buffers(),
                        files(),
                        gens(),
                        buses())
                .flatMap(List::stream);
    }

    private static List<Command<?>> server() {
        return List.of(
                ServerCommands.none(),
                ServerCommands.logIn(),
                ServerCommands.logIn(3),
                ServerCommands.logOut(),
                ServerCommands.status(),
                ServerCommands.version(),
                ServerCommands.quit(),
                ServerCommands.sync(5),
                ServerCommands.clearSched(),
                ServerCommands.dumpOsc(1),
                ServerCommands.error(ServerCommands.ErrorMode.OFF_IN_BUNDLE),
                ServerCommands.plugin("x", 1),
                UnitCommands.command(1000, 0, "x", 2f));
    }

    private static List<Command<?>> definitions() {
        return List.of(
                SynthDefCommands.receive(FILE),
                SynthDefCommands.receive(FILE, THEN),
                SynthDefCommands.load("a.scsyndef"),
                SynthDefCommands.load("a.scsyndef", THEN),
                SynthDefCommands.loadDirectory("defs"),
                SynthDefCommands.loadDirectory("defs", THEN),
                SynthDefCommands.free("a", "b"),
                SynthDefCommands.freeAll());
    }

    private static List<Command<?>> synths() {
        return List.of(
                SynthCommands.create("sine", 1000, HEAD, CONTROLS),
                SynthCommands.createCounted("sine", 1000, HEAD, CONTROLS),
                SynthCommands.get(1000, "freq"),
                SynthCommands.get(1000, 0),
                SynthCommands.getRange(1000, "freq", 3),
                SynthCommands.getRange(1000, 0, 3),
                SynthCommands.forgetIds(1000, 1001));
    }

    private static List<Command<?>> nodes() {
        return List.of(
                NodeCommands.free(1000, 1001),
                NodeCommands.pause(1000),
                NodeCommands.resume(1000, 1001),
                NodeCommands.set(1000, CONTROLS),
                NodeCommands.set(1000, "freq", 440),
                NodeCommands.set(1000, 0, 440),
                NodeCommands.setRange(1000, "freq", 1, 2),
                NodeCommands.setRange(1000, 0, 1, 2),
                NodeCommands.fill(1000, "freq", 2, 1),
                NodeCommands.fill(1000, 0, 2, 1),
                NodeCommands.before(1000, 1001),
                NodeCommands.after(1000, 1001),
                NodeCommands.order(HEAD, 1000, 1001),
                NodeCommands.query(1000),
                NodeCommands.trace(1000));
    }

    private static List<Command<?>> maps() {
        return List.of(
                NodeCommands.map(1000, "freq", 0),
                NodeCommands.map(1000, 0, 0),
                NodeCommands.unmap(1000, "freq"),
                NodeCommands.unmap(1000, 0),
                NodeCommands.mapRange(1000, "freq", 0, 2),
                NodeCommands.mapRange(1000, 0, 0, 2),
                NodeCommands.mapAudio(1000, "in", 0),
                NodeCommands.mapAudio(1000, 0, 0),
                NodeCommands.mapAudioRange(1000, "in", 0, 2),
                NodeCommands.mapAudioRange(1000, 0, 0, 2));
    }

    private static List<Command<?>> groups() {
        return List.of(
                GroupCommands.create(2, HEAD),
                GroupCommands.createParallel(2, HEAD),
                GroupCommands.moveToHead(1, 1000, 1001),
                GroupCommands.moveToTail(1, 1000),
                GroupCommands.freeAll(1),
                GroupCommands.deepFree(1, 2),
                GroupCommands.dumpTree(0, TreeDetail.WITH_CONTROLS),
                GroupCommands.queryTree(0, TreeDetail.WITHOUT_CONTROLS));
    }

    private static List<Command<?>> buffers() {
        return List.of(
                BufferCommands.alloc(0, 1024, 2),
                BufferCommands.alloc(0, 1024, 2, THEN),
                BufferCommands.free(0),
                BufferCommands.free(0, THEN),
                BufferCommands.zero(0),
                BufferCommands.zero(0, THEN),
                BufferCommands.set(0, 7, 1),
                BufferCommands.setRange(0, 7, 1, 2),
                BufferCommands.fill(0, 7, 2, 1),
                BufferCommands.get(0, 7),
                BufferCommands.get(0, 7, 8),
                BufferCommands.getRange(0, 7, 2),
                BufferCommands.query(0),
                BufferCommands.query(0, 1));
    }

    private static List<Command<?>> files() {
        FileAfterwards close = FileAfterwards.CLOSE;
        SoundFileFormat floats = SoundFileFormat.WAV_FLOAT;
        return List.of(
                BufferFileCommands.allocRead(0, SOUND),
                BufferFileCommands.allocRead(0, SOUND, THEN),
                BufferFileCommands.read(0, SOUND, 0, close),
                BufferFileCommands.read(0, SOUND, 0, close, THEN),
                BufferFileCommands.write(0, SOUND.file(), floats, 0, Buffer.ALL, close),
                BufferFileCommands.write(0, SOUND.file(), floats, 0, Buffer.ALL, close, THEN),
                BufferFileCommands.close(0),
                BufferFileCommands.close(0, THEN));
    }

    /** Calls that make another command than the example of the same factory. */
    static Stream<Command<?>> more() {
        return Stream.of(
                BufferFileCommands.allocRead(0, SOUND.channels(1, 0)),
                BufferFileCommands.allocRead(0, SOUND.channels(1), THEN),
                BufferFileCommands.read(0, SOUND.channels(1), 0, FileAfterwards.LEAVE_OPEN),
                BufferFileCommands.read(0, SOUND.channels(1), 0, FileAfterwards.CLOSE, THEN));
    }

    private static List<Command<?>> gens() {
        return List.of(
                BufferGenCommands.gen(0, "env", 1f),
                BufferGenCommands.waveform(0, Waveform.sine3(1, 1, 0)),
                BufferGenCommands.copy(0, 0, 1, 0, -1),
                BufferGenCommands.normalize(0, 1),
                BufferGenCommands.normalizeWavetable(0, 1));
    }

    private static List<Command<?>> buses() {
        return List.of(
                ControlBusCommands.set(0, 1),
                ControlBusCommands.setRange(0, 1, 2),
                ControlBusCommands.fill(0, 2, 1),
                ControlBusCommands.get(0),
                ControlBusCommands.get(0, 5),
                ControlBusCommands.getRange(0, 2));
    }
}
