package org.scaena.synthdef.internal;

import org.osgi.service.component.annotations.Component;
import org.scaena.synthdef.SynthDefFile;
import org.scaena.synthdef.SynthDefFormat;

/**
 * The Synth Definition File Format, versions 1 and 2.
 *
 * <p>Writing throws an {@link IllegalArgumentException} for values the format cannot hold; what was
 * read can always be written.
 */
@Component(service = SynthDefFormat.class)
public final class ScsyndefFormat implements SynthDefFormat {

    static final int MAGIC = 0x53436766; // SCgf

    @Override
    public SynthDefFile read(byte[] file, String origin) {
        return new ScsyndefReader(file, origin).file();
    }

    @Override
    public byte[] write(SynthDefFile file) {
        return new ScsyndefWriter(file.version()).file(file);
    }
}
