package org.scaena.server.internal;

import org.jspecify.annotations.Nullable;
import org.scaena.synthdef.SynthDefFile;
import org.scaena.synthdef.SynthDefFormat;

/**
 * The format of the moment. It has no state, so the last one serves until its successor is there:
 * every raw {@code /d_recv} is read while others wait to send.
 */
final class LastingFormat implements SynthDefFormat, Replaceable.Succession<SynthDefFormat> {

    private final Replaceable<SynthDefFormat> service;
    private volatile @Nullable SynthDefFormat last;

    LastingFormat(Replaceable<SynthDefFormat> service) {
        this.service = service;
        service.succeededBy(this);
    }

    @Override
    public void goes(SynthDefFormat leaving) {
        // it serves until the next one is there
    }

    @Override
    public void came(SynthDefFormat next) {
        last = next;
    }

    private SynthDefFormat current() {
        SynthDefFormat now = last;
        return now == null ? service.get() : now;
    }

    @Override
    public SynthDefFile read(byte[] file, String origin) {
        return current().read(file, origin);
    }

    @Override
    public byte[] write(SynthDefFile file) {
        return current().write(file);
    }
}
