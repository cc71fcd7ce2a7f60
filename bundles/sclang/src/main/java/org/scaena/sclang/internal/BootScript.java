package org.scaena.sclang.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.scaena.command.Done;
import org.scaena.sclang.Sclang;
import org.scaena.sclang.SclangException;
import org.scaena.sclang.SclangValue;
import org.scaena.server.Server;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file of code that is evaluated each time the language has logged in on its server: after every
 * boot, and after the language had to be started again.
 *
 * <p>One that brought the language to its end is not evaluated again before it is changed.
 */
final class BootScript {

    private static final Logger LOG = LoggerFactory.getLogger(BootScript.class);
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String SET_PATH = "thisProcess.nowExecutingPath = path; nil";

    private final Path file;
    private final String serverName;
    private volatile @Nullable FileTime fatal;

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
    CompletableFuture<Done> evaluate(Sclang language) {
        try {
            FileTime version = Files.getLastModifiedTime(file);
            if (version.equals(fatal)) {
                LOG.error("{} ended sclang and is left out until it is changed", file);
                return CompletableFuture.completedFuture(Done.DONE);
            }
            return evaluate(language, Files.readString(file), version);
        } catch (IOException | UncheckedIOException unreadable) {
            LOG.error("{} can't be read: {}", file, unreadable.toString());
            return CompletableFuture.completedFuture(Done.DONE);
        }
    }

    private CompletableFuture<Done> evaluate(Sclang language, String code, FileTime version) {
        long begin = System.nanoTime();
        return path(language, SclangValue.of(file.toString()))
                .thenCompose(set -> language.eval(code, Map.of(), LIMIT))
                .whenComplete((value, failure) -> report(begin, version, failure))
                .thenCompose(value -> path(language, new SclangValue.Nil()))
                .handle((value, failure) -> Done.DONE);
    }

    private static CompletableFuture<SclangValue> path(Sclang language, SclangValue path) {
        return language.eval(SET_PATH, Map.of("path", path), Sclang.DEFAULT_DEADLINE);
    }

    private void report(long begin, FileTime version, @Nullable Throwable failure) {
        if (failure == null) {
            long tookMs = Duration.ofNanos(System.nanoTime() - begin).toMillis();
            LOG.info("{} was evaluated in {} ms", file, tookMs);
            return;
        }
        Throwable why = Futures.plain(failure);
        LOG.error("{}: {}", file, why.getMessage());
        if (!(why instanceof SclangException)) {
            fatal = version;
        }
    }
}
