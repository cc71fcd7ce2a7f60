package org.scaena.bench.continuity;

import static org.scaena.node.Controls.set;

import java.util.ArrayList;
import java.util.List;
import org.scaena.node.Synth;
import org.scaena.server.Client;
import org.scaena.synthdef.SynthDef;
import org.scaena.synthdef.SynthDef.Parameter;
import org.scaena.synthdef.SynthDefFile;
import org.scaena.synthdef.SynthDefFormat;
import org.scaena.synthdef.UGen;
import org.scaena.synthdef.UGen.Input;
import org.scaena.synthdef.UGen.Rate;

/** 200 synths with keys, of 50 definitions: what a piece has that is to survive its server. */
final class Scene {

    static final int SYNTHS = 200;
    static final int DEFINITIONS = 50;

    private static final String NAME = "scene-";

    private Scene() {}

    /** Sends the definitions. */
    static void define(Client client, SynthDefFormat format) {
        List<SynthDef> definitions = new ArrayList<>();
        for (int i = 0; i < DEFINITIONS; i++) {
            definitions.add(tone(NAME + i));
        }
        client.sendSynthDef(format.write(new SynthDefFile(2, definitions))).await();
    }

    /**
     * Asks for the synths, as a plugin does when it is activated: those that are there are found.
     */
    static List<Synth> play(Client client) {
        List<Synth> synths = new ArrayList<>();
        for (int i = 0; i < SYNTHS; i++) {
            String definition = NAME + i % DEFINITIONS;
            synths.add(client.synth("tone " + i, definition, set("freq", 40 + i)));
        }
        return synths;
    }

    static boolean isOf(String defName) {
        return defName.startsWith(NAME);
    }

    private static SynthDef tone(String name) {
        UGen control = new UGen("Control", Rate.CONTROL, 0, List.of(), List.of(Rate.CONTROL));
        UGen sine =
                new UGen(
                        "SinOsc",
                        Rate.AUDIO,
                        0,
                        List.of(new Input.Wire(0, 0), new Input.Constant(0)),
                        List.of(Rate.AUDIO));
        UGen out =
                new UGen(
                        "Out",
                        Rate.AUDIO,
                        0,
                        List.of(new Input.Constant(0), new Input.Wire(1, 0)),
                        List.of());
        return new SynthDef(
                name,
                List.of(0f),
                List.of(new Parameter("freq", 0, List.of(0f))),
                List.of(control, sine, out),
                List.of());
    }
}
