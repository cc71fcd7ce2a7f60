package org.scaena.sclang.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.scaena.command.Done;
import org.scaena.sclang.SclangValue;
import org.scaena.server.Server;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file of code that is evaluated each time the language has logged in on its server: after every
 * boot, and after the language had to be started again.
 *
 * <p>If the language ends soon after it three times in a row, it is left out until it is changed.
 */
final class BootScript {

    private static final Logger LOG = LoggerFactory.getLogger(BootScript.class);
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final int MOST_ENDS = 3;
    private static final String SET_PATH = "thisProcess.nowExecutingPath = path; nil";

    private final Path file;
    private final String serverName;
    private @Nullable FileTime version;
    private boolean isEvaluating;
    private long evaluated;
    private int ends;

    /**
     * A file that may be there or not.
     *
     * @param serverName the server that it is for; empty for the first that runs
     */
    BootScript(Path file, String serverName) {
        this.file = file;
        this.serverName = serverName;
    }

    boolean isFor(Server server) {
        return Files.isRegularFile(file)
                && (serverName.isEmpty() || serverName.equals(server.name()));
    }

    /** Completes when it has been evaluated, whatever came of it. */
    CompletableFuture<Done> evaluate(LanguageRun language) {
        try {
            String code = Files.readString(file);
            if (begin(Files.getLastModifiedTime(file))) {
                return evaluate(language, code);
            }
            LOG.error("{} has ended sclang each time and is left out until it is changed", file);
        } catch (IOException unreadable) {
            LOG.error("{} can't be read: {}", file, unreadable.toString());
        }
        return CompletableFuture.completedFuture(Done.DONE);
    }

    private CompletableFuture<Done> evaluate(LanguageRun language, String code) {
        long begin = System.nanoTime();
        return path(language, SclangValue.of(file.toString()))
                .thenCompose(set -> language.eval(code, LIMIT))
                .whenComplete((value, failure) -> report(begin, failure))
                .thenCompose(value -> path(language, new SclangValue.Nil()))
                .handle((value, failure) -> Done.DONE);
    }

    private static CompletableFuture<SclangValue> path(LanguageRun language, SclangValue path) {
        return language.eval(Code.of(SET_PATH, Map.of("path", path)), LIMIT);
    }

    private void report(long begin, @Nullable Throwable failure) {
        if (failure == null) {
            done();
            long tookMs = Duration.ofNanos(System.nanoTime() - begin).toMillis();
            LOG.info("{} was evaluated in {} ms", file, tookMs);
        } else {
            LOG.error("{}: {}", file, Futures.plain(failure).getMessage());
        }
    }

    // ---- what ends the language

    private synchronized boolean begin(FileTime found) {
        if (!found.equals(version)) {
            version = found;
            ends = 0;
        }
        isEvaluating = ends < MOST_ENDS;
        return isEvaluating;
    }

    private synchronized void done() {
        isEvaluating = false;
        evaluated = System.nanoTime();
    }

    /** The language has ended unasked. */
    synchronized void languageEnded() {
        boolean isSoon = isEvaluating || System.nanoTime() - evaluated < SOON.toNanos();
        ends = isSoon ? ends + 1 : 0;
        isEvaluating = false;
    }
}
