package org.scaena.host.internal;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the operator reads: progress on standard output, trouble on standard error, all in the log.
 */
final class Voice {

    private static final Logger LOG = LoggerFactory.getLogger("org.scaena.host");

    private final PrintStream out;
    private final PrintStream err;

    Voice(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /** The process's own streams: a console replaces those of {@link System} per thread. */
    static Voice aloud() {
        return new Voice(stream(FileDescriptor.out), stream(FileDescriptor.err));
    }

    /** Only the log. */
    static Voice silent() {
        PrintStream nowhere = new PrintStream(PrintStream.nullOutputStream());
        return new Voice(nowhere, nowhere);
    }

    /** A step, or that the host is ready. */
    void say(String line) {
        LOG.info("{}", line);
        out.println("scaena: " + line);
    }

    /** A sentence that names the thing and the remedy. */
    void complain(String sentence) {
        LOG.error("{}", sentence);
        err.println("scaena: " + sentence);
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        String encoding = System.getProperty("sun.stdout.encoding");
        Charset charset = encoding == null ? Charset.defaultCharset() : Charset.forName(encoding);
        return new PrintStream(new FileOutputStream(descriptor), true, charset);
    }
}
