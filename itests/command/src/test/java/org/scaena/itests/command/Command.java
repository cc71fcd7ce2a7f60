package org.scaena.itests.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The command while it runs, and what it said. */
final class Command implements AutoCloseable {

    private static final Duration DEADLINE = Duration.ofSeconds(90);
    private static final Duration POLL = Duration.ofMillis(50);

    private final Process process;
    private final List<String> out = new CopyOnWriteArrayList<>();
    private final List<String> err = new CopyOnWriteArrayList<>();
    private final BlockingQueue<String> unread = new LinkedBlockingQueue<>();
    private final Thread outReader;
    private final Thread errReader;

    Command(ProcessBuilder builder) throws IOException {
        process = builder.start();
        outReader = reader(process.inputReader(), out);
        errReader = reader(process.errorReader(), err);
    }

    /** Waits until it says a line that contains this. */
    Command awaitLine(String part) throws InterruptedException {
        long end = System.nanoTime() + DEADLINE.toNanos();
        String line = "";
        while (line == null ? goesOn(end) : !line.contains(part)) {
            line = unread.poll(POLL.toMillis(), TimeUnit.MILLISECONDS);
        }
        assertThat(line).as("a line with '%s' in %s, %s", part, out, err).isNotNull();
        return this;
    }

    /** Types keys, if it was started on a terminal. */
    Command type(String keys) throws IOException {
        process.outputWriter().append(keys).flush();
        return this;
    }

    /** Sends SIGTERM; the process's own method would also close what is read from it. */
    Command terminate() {
        process.toHandle().destroy();
        return this;
    }

    /** Waits for its end and gives its exit code. */
    int exitCode() throws InterruptedException {
        boolean ended = process.waitFor(DEADLINE.toSeconds(), TimeUnit.SECONDS);
        assertThat(ended).as("ended; said %s, %s", out, err).isTrue();
        outReader.join(DEADLINE.toMillis());
        errReader.join(DEADLINE.toMillis());
        return process.exitValue();
    }

    /** Lines on standard output. */
    List<String> out() {
        return out;
    }

    /** Lines on standard error. */
    List<String> err() {
        return err;
    }

    long pid() {
        return process.pid();
    }

    /** Ends what a failed test left. */
    @Override
    public void close() {
        process.toHandle().destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private boolean goesOn(long end) {
        return System.nanoTime() < end && (process.isAlive() || !unread.isEmpty());
    }

    private Thread reader(BufferedReader from, List<String> to) {
        Thread thread =
                new Thread(
                        () ->
                                from.lines()
                                        .forEach(
                                                line -> {
                                                    to.add(line);
                                                    unread.add(line);
                                                }),
                        "reader");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
