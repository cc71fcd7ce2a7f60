package org.scaena.bench.synthdef;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.scaena.osc.OscBlob;
import org.scaena.synthdef.SynthDef;
import org.scaena.synthdef.SynthDefFile;
import org.scaena.synthdef.internal.ScsyndefFormat;

/** Copies of the shipped tone {@code s2} under other names. */
final class Tones {

    private final ScsyndefFormat format = new ScsyndefFormat();
    private final SynthDef tone;

    Tones() throws IOException {
        tone = format.read(shipped("s2"), "s2").definitions().get(0);
    }

    /** A shipped file. */
    static byte[] shipped(String name) throws IOException {
        String path = "/synthdefs/" + name + ".scsyndef";
        try (InputStream in = ScsyndefFormat.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IOException("no " + path + " in the bundle");
            }
            return in.readAllBytes();
        }
    }

    /** One file of each. */
    List<OscBlob> apart(String prefix, int count) {
        return named(prefix, count).stream()
                .map(one -> OscBlob.of(format.write(new SynthDefFile(2, List.of(one)))))
                .toList();
    }

    /** One file of all. */
    byte[] together(String prefix, int count) {
        return format.write(new SynthDefFile(2, named(prefix, count)));
    }

    private List<SynthDef> named(String prefix, int count) {
        List<SynthDef> named = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            named.add(
                    new SynthDef(
                            prefix + i,
                            tone.constants(),
                            tone.parameters(),
                            tone.ugens(),
                            tone.variants()));
        }
        return named;
    }
}
