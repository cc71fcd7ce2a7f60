package org.scaena.server.internal;

import java.util.concurrent.Executor;
import org.scaena.command.Done;
import org.scaena.command.Reply;
import org.scaena.id.IdPool;

/**
 * What can be done with one buffer, by subject.
 *
 * @param files read and written
 * @param samples set and read
 * @param upload of samples of this host
 * @param end how it is freed
 */
record BufferParts(BufferFiles files, BufferSamples samples, BufferUpload upload, End end) {

    /** How a buffer is freed. */
    interface End {
        Reply<Done> free(Completion completion);
    }

    static BufferParts of(
            BufferLife life, IdPool numbers, Machine machine, Executor disk, End end) {
        BufferFiles files = new BufferFiles(life, numbers, machine);
        BufferSamples samples = new BufferSamples(life);
        BufferUpload upload = new BufferUpload(life, files, samples, machine, disk);
        return new BufferParts(files, samples, upload, end);
    }
}
