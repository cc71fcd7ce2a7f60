package org.scaena.synthdef.internal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.scaena.synthdef.SynthDef;
import org.scaena.synthdef.SynthDef.Variant;
import org.scaena.synthdef.SynthDefFile;
import org.scaena.synthdef.UGen;
import org.scaena.synthdef.UGen.Input;

/** Writes one file. */
final class ScsyndefWriter {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final boolean wide;

    ScsyndefWriter(int version) {
        if (version != 1 && version != 2) {
            throw new IllegalArgumentException("version " + version + " is neither 1 nor 2");
        }
        wide = version == 2;
    }

    byte[] file(SynthDefFile file) {
        int32(ScsyndefFormat.MAGIC);
        int32(file.version());
        int16(file.definitions().size());
        file.definitions().forEach(this::definition);
        return out.toByteArray();
    }

    private void definition(SynthDef definition) {
        string(definition.name());
        integer(definition.constants().size());
        definition.constants().forEach(this::float32);
        float[] controls = Controls.numbers(definition.parameters());
        integer(controls.length);
        for (float control : controls) {
            float32(control);
        }
        List<Controls.Name> names = Controls.names(definition.parameters());
        integer(names.size());
        for (Controls.Name name : names) {
            string(name.name());
            integer(name.index());
        }
        integer(definition.ugens().size());
        definition.ugens().forEach(this::ugen);
        int16(definition.variants().size());
        for (Variant variant : definition.variants()) {
            if (variant.defaults().size() != controls.length) {
                throw new IllegalArgumentException(
                        "variant '%s' has %d numbers for %d controls"
                                .formatted(
                                        variant.name(),
                                        variant.defaults().size(),
                                        controls.length));
            }
            string(variant.name());
            variant.defaults().forEach(this::float32);
        }
    }

    private void ugen(UGen ugen) {
        string(ugen.className());
        out.write(ugen.rate().ordinal());
        integer(ugen.inputs().size());
        integer(ugen.outputs().size());
        int16(ugen.specialIndex());
        ugen.inputs().forEach(this::input);
        ugen.outputs().forEach(rate -> out.write(rate.ordinal()));
    }

    private void input(Input input) {
        if (input instanceof Input.Constant constant) {
            integer(-1);
            integer(constant.index());
        } else if (input instanceof Input.Wire wire) {
            integer(wire.ugen());
            integer(wire.output());
        }
    }

    private void string(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > 255) {
            throw new IllegalArgumentException("'" + text + "' is longer than 255 bytes");
        }
        out.write(bytes.length);
        out.writeBytes(bytes);
    }

    private void integer(int value) {
        if (wide) {
            int32(value);
        } else {
            int16(value);
        }
    }

    private void int16(int value) {
        if (value != (short) value) {
            throw new IllegalArgumentException(value + " does not fit into 16 bits");
        }
        out.write(value >> 8);
        out.write(value);
    }

    private void int32(int value) {
        out.write(value >> 24);
        out.write(value >> 16);
        out.write(value >> 8);
        out.write(value);
    }

    private void float32(float value) {
        int32(Float.floatToRawIntBits(value));
    }
}
