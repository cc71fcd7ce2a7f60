package org.scaena.process.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that reads a process's output and notices its end. It looks every 10 ms; the end
 * of a child wakes it at once.
 */
final class OutputTail {

    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(10);
    private static final long STOP_MILLIS = 500;
    private static final int BUFFER_BYTES = 64 << 10;
    private static final Logger LOG = LoggerFactory.getLogger(OutputTail.class);

    /** What the tail finds, told on its thread. */
    interface Watcher {
        /** A line, escaped. */
        void line(String text);

        /** The process lives; told every few milliseconds. */
        void lives();

        /** The process has ended; a last piece of its output may still be unread. */
        void died();

        /** All of its output was read. The last call. */
        void ended();
    }

    private final String name;
    private final OutputFile file;
    private final Subject subject;
    private final Watcher watcher;
    private final LineSplitter splitter;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
    private final Thread thread;
    private volatile boolean stopped;
    private boolean broken;

    OutputTail(String name, OutputFile file, Subject subject, Watcher watcher) {
        this.name = name;
        this.file = file;
        this.subject = subject;
        this.watcher = watcher;
        this.splitter = new LineSplitter(watcher::line);
        this.thread = new Thread(this::run, "scaena-tail-" + name);
        this.thread.setDaemon(true);
    }

    void start() {
        thread.start();
        subject.onExit(() -> LockSupport.unpark(thread));
    }

    /**
     * Ends the thread without a further call of the watcher, but for one that is under way; waits a
     * moment until it is noted how far the output was read.
     */
    void stop() {
        stopped = true;
        LockSupport.unpark(thread);
        try {
            if (Thread.currentThread() != thread) {
                thread.join(STOP_MILLIS);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            while (!stopped && subject.isAlive()) {
                watcher.lives();
                if (!readOn()) {
                    file.mark(splitter.pending());
                    LockSupport.parkNanos(PAUSE_NANOS);
                }
            }
            if (stopped) {
                file.markNow(splitter.pending());
                return;
            }
            watcher.died();
            readRest();
            splitter.end();
            file.forget();
            watcher.ended();
        } finally {
            close();
        }
    }

    private void readRest() {
        while (readOn()) {
            // until nothing is left: nobody who could write lives any more
        }
    }

    private boolean readOn() {
        try {
            int count = file.read(buffer.clear());
            long skipped = file.takeSkipped();
            if (skipped > 0) {
                splitter.end();
                watcher.line("… " + skipped + " bytes came too fast and were not read …");
            }
            splitter.add(buffer.flip());
            return count > 0;
        } catch (IOException failure) {
            if (!broken) {
                broken = true;
                LOG.warn("the output of {} cannot be read: {}", name, failure.toString());
            }
            return false;
        }
    }

    private void close() {
        try {
            file.close();
        } catch (IOException failure) {
            LOG.debug("the output of {} was not closed: {}", name, failure.toString());
        }
    }
}
