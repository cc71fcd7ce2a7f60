package org.scaena.process.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.scaena.process.ProcessException;
import org.scaena.process.Program;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The versions that programs say they have. Asked once, and only by who wants to know or looks for
 * the reason of a failure: it takes a tenth of a second.
 */
final class Versions {

    private static final int LIMIT_SECONDS = 3;
    private static final int SHOWN_BYTES = 4096;
    private static final Pattern NUMBER = Pattern.compile("\\b\\d+(\\.\\d+)+");
    private static final Logger LOG = LoggerFactory.getLogger(Versions.class);

    private final ProgramFinder finder;
    private final Map<Path, Optional<String>> known = new ConcurrentHashMap<>();

    Versions(ProgramFinder finder) {
        this.finder = finder;
    }

    /** What a program says; empty if it says nothing that looks like a version. */
    Optional<String> of(Program program) {
        return known.computeIfAbsent(finder.find(program), file -> ask(file, program));
    }

    /** A remark for people if a program is older than it may be. */
    Optional<String> hint(Program program) {
        if (program.oldestVersion().isEmpty()) {
            return Optional.empty();
        }
        String oldest = program.oldestVersion().get();
        try {
            return of(program)
                    .filter(version -> isOlder(version, oldest))
                    .map(
                            version ->
                                    "it is version %s and %s or later is needed: %s"
                                            .formatted(version, oldest, program.remedy()));
        } catch (ProcessException gone) {
            return Optional.empty();
        }
    }

    /** Compares numbers between dots; what is not there counts as 0. */
    static boolean isOlder(String version, String than) {
        String[] left = version.split("\\.");
        String[] right = than.split("\\.");
        for (int i = 0; i < Math.max(left.length, right.length); i++) {
            int difference =
                    Integer.compare(
                            i < left.length ? Integer.parseInt(left[i]) : 0,
                            i < right.length ? Integer.parseInt(right[i]) : 0);
            if (difference != 0) {
                return difference < 0;
            }
        }
        return false;
    }

    private static Optional<String> ask(Path file, Program program) {
        String flag = program.name().startsWith("jackd") ? "--version" : "-v";
        try {
            Process process =
                    new ProcessBuilder(file.toString(), flag).redirectErrorStream(true).start();
            try {
                process.getOutputStream().close();
                if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                    return Optional.empty();
                }
                byte[] said = process.getInputStream().readNBytes(SHOWN_BYTES);
                Matcher number = NUMBER.matcher(new String(said, StandardCharsets.UTF_8));
                return number.find() ? Optional.of(number.group()) : Optional.empty();
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException failure) {
            LOG.debug("{} does not tell its version: {}", file, failure.toString());
            return Optional.empty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
