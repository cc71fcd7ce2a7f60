package org.scaena.process.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.scaena.command.Done;
import org.scaena.command.Reply;
import org.scaena.process.ProcessException;

/**
 * The standard input of a process. One thread writes, from the first text on, so that a process
 * that does not read blocks nobody.
 */
final class StandardInput {

    /** Texts that may wait. */
    private static final int CAPACITY = 1024;

    private final String name;
    private final @Nullable OutputStream pipe;
    private final BlockingQueue<Text> waiting = new LinkedBlockingQueue<>(CAPACITY);
    private @Nullable Thread writer;
    private boolean closed;

    private record Text(byte[] bytes, Reply<Done> written) {}

    /**
     * @param pipe where it goes; empty if the process has no input that we hold
     */
    StandardInput(String name, Optional<OutputStream> pipe) {
        this.name = name;
        this.pipe = pipe.orElse(null);
    }

    synchronized Reply<Done> write(String text) {
        if (pipe == null) {
            return Reply.failed(
                    new ProcessException(
                            name + " has no input that can be written to: start it with a pipe"));
        }
        if (closed) {
            return Reply.failed(hasEnded());
        }
        if (writer == null) {
            OutputStream target = pipe;
            writer = new Thread(() -> writeAll(target), "scaena-input-" + name);
            writer.setDaemon(true);
            writer.start();
        }
        Reply<Done> written = new Reply<>("writing to " + name);
        if (!waiting.offer(new Text(text.getBytes(StandardCharsets.UTF_8), written))) {
            return Reply.failed(
                    new ProcessException(
                            "%s does not read its input: %d texts wait already"
                                    .formatted(name, CAPACITY)));
        }
        return written;
    }

    /** The process has ended, or is not ours any more. */
    synchronized void close() {
        closed = true;
        if (writer != null) {
            writer.interrupt();
        }
        waiting.forEach(text -> text.written.completeExceptionally(hasEnded()));
    }

    private void writeAll(OutputStream target) {
        try (target) {
            while (!Thread.interrupted()) {
                Text text = waiting.take();
                try {
                    target.write(text.bytes);
                    target.flush();
                    text.written.complete(Done.DONE);
                } catch (IOException broken) {
                    text.written.completeExceptionally(hasEnded());
                }
            }
        } catch (InterruptedException | IOException over) {
            Thread.currentThread().interrupt();
        }
    }

    private ProcessException hasEnded() {
        return new ProcessException(name + " does not read any more: start it again");
    }
}
