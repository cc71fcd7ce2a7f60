package org.scaena.bench.peers;

import java.io.IOException;

/** Something that asks an OSC server and waits for the answer. */
interface Caller extends AutoCloseable {

    /** What it is called in the report. */
    String name();

    /** One {@code /sync}, and its answer. May be called by several threads at once. */
    void sync() throws Exception;

    /** So many {@code /sync} on the way at once, then all answers. */
    void syncs(int count) throws Exception;

    @Override
    void close() throws IOException;
}
