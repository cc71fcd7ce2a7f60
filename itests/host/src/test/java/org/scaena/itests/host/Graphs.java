package org.scaena.itests.host;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.osgi.framework.Constants;
import org.scaena.synthdef.ProvidesSynthDefs;
import org.scaena.synthdef.SynthDef;
import org.scaena.synthdef.SynthDef.Parameter;
import org.scaena.synthdef.SynthDefFile;
import org.scaena.synthdef.SynthDefFormat;
import org.scaena.synthdef.UGen;
import org.scaena.synthdef.UGen.Input;
import org.scaena.synthdef.UGen.Rate;

/** Silent definitions as files, and bundles that bring them. */
final class Graphs {

    private static final int DIVISION = 4;

    private final SynthDefFormat format;

    Graphs(SynthDefFormat format) {
        this.format = format;
    }

    /** A definition with a control of this default. */
    byte[] silent(String name, float freq) {
        return file(name, freq, List.of(impulse("Impulse")));
    }

    /** A definition with a unit that no server has. */
    byte[] unheard(String name) {
        return file(name, 0, List.of(impulse("Impulse"), impulse("Unheard")));
    }

    /** A definition that scsynth takes, and crashes when it plays: Poll with an endless label. */
    byte[] crashing(String name) {
        Input.Constant zero = new Input.Constant(0);
        Input.Constant endless = new Input.Constant(1);
        UGen poll =
                new UGen(
                        "Poll",
                        Rate.CONTROL,
                        0,
                        List.of(new Input.Wire(0, 0), zero, zero, endless),
                        List.of(Rate.CONTROL));
        SynthDef definition =
                new SynthDef(
                        name,
                        List.of(0f, 100_000f),
                        List.of(),
                        List.of(impulse("Impulse"), poll),
                        List.of());
        return format.write(new SynthDefFile(2, List.of(definition)));
    }

    /** A definition that writes a quotient: NaN, infinity or an offset, as its controls want. */
    byte[] quotient(String name) {
        UGen controls =
                new UGen(
                        "Control",
                        Rate.CONTROL,
                        0,
                        List.of(),
                        List.of(Rate.CONTROL, Rate.CONTROL, Rate.CONTROL));
        UGen division =
                new UGen(
                        "BinaryOpUGen",
                        Rate.AUDIO,
                        DIVISION,
                        List.of(new Input.Wire(1, 0), new Input.Wire(2, 0)),
                        List.of(Rate.AUDIO));
        UGen out =
                new UGen(
                        "Out",
                        Rate.AUDIO,
                        0,
                        List.of(new Input.Wire(0, 0), new Input.Wire(3, 0)),
                        List.of());
        SynthDef definition =
                new SynthDef(
                        name,
                        List.of(),
                        List.of(
                                new Parameter("out", 0, List.of(0f)),
                                new Parameter("a", 1, List.of(0f)),
                                new Parameter("b", 2, List.of(0f))),
                        List.of(controls, constant(1), constant(2), division, out),
                        List.of());
        return format.write(new SynthDefFile(2, List.of(definition)));
    }

    private static UGen constant(int control) {
        return new UGen(
                "DC", Rate.AUDIO, 0, List.of(new Input.Wire(0, control)), List.of(Rate.AUDIO));
    }

    /** A definition of 36 bytes for each unit. */
    byte[] large(String name, int units) {
        return file(name, 0, Collections.nCopies(units, impulse("Impulse")));
    }

    private static UGen impulse(String className) {
        return new UGen(
                className,
                Rate.CONTROL,
                0,
                List.of(new Input.Constant(0), new Input.Constant(0)),
                List.of(Rate.CONTROL));
    }

    private byte[] file(String name, float freq, List<UGen> units) {
        SynthDef definition =
                new SynthDef(
                        name,
                        List.of(0f),
                        List.of(new Parameter("freq", 0, List.of(freq))),
                        units,
                        List.of());
        return format.write(new SynthDefFile(2, List.of(definition)));
    }

    /** A bundle without code that brings a definition. */
    static InputStream bundle(String name, byte[] file) throws IOException {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.putValue(Constants.BUNDLE_MANIFESTVERSION, "2");
        attributes.putValue(Constants.BUNDLE_SYMBOLICNAME, name);
        attributes.putValue(ProvidesSynthDefs.HEADER, "defs/");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes, manifest)) {
            jar.putNextEntry(new JarEntry("defs/one.scsyndef"));
            jar.write(file);
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }
}
