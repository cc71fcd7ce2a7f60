package org.scaena.server.internal;

import org.scaena.synthdef.SynthDefFile;
import org.scaena.synthdef.SynthDefFormat;
import org.scaena.synthdef.SynthDefFormatException;

/** Checks for servers of a test. */
final class Checks {

    /** Takes no file of which it is not told that it is a good one. */
    private static final SynthDefFormat NO_FILE_IS_GOOD =
            new SynthDefFormat() {
                @Override
                public SynthDefFile read(byte[] file, String origin) {
                    throw new SynthDefFormatException(origin, 0, "cut short");
                }

                @Override
                public byte[] write(SynthDefFile file) {
                    throw new UnsupportedOperationException();
                }
            };

    private Checks() {}

    /** A check for a server with 8 buffers, 16 audio buses and some control buses. */
    static CommandCheck of(int controlBuses) {
        return new CommandCheck(new Limits(8, controlBuses, 16, 1_000_000), NO_FILE_IS_GOOD);
    }
}
