package org.scaena.process.internal;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.scaena.process.Program;
import org.scaena.process.ProgramException;

/** Looks for programs where a setting says, else along PATH, else in the usual places. */
final class ProgramFinder {

    private final String searchPath;

    /**
     * @param searchPath directories like those in PATH
     */
    ProgramFinder(String searchPath) {
        this.searchPath = searchPath;
    }

    /** A finder for the PATH of this JVM. */
    static ProgramFinder ofHost() {
        return new ProgramFinder(Optional.ofNullable(System.getenv("PATH")).orElse(""));
    }

    /**
     * The file to start. A setting that is a path is the only place then: another program than the
     * one that was asked for would be a surprise.
     */
    Path find(Program program) {
        String name = program.setting().orElse(program.name());
        if (name.indexOf('/') >= 0 || name.indexOf(File.separatorChar) >= 0) {
            return configured(program, Path.of(name));
        }
        return find(name, program.usualPlaces())
                .orElseThrow(() -> missing(program, name, places(program.usualPlaces())));
    }

    /** A program without a remedy, for example a tool that can be done without. */
    Optional<Path> find(String name, List<Path> usualPlaces) {
        return places(usualPlaces).stream()
                .map(place -> place.resolve(name))
                .filter(ProgramFinder::canBeStarted)
                .findFirst();
    }

    private static Path configured(Program program, Path file) {
        if (canBeStarted(file)) {
            return file.toAbsolutePath();
        }
        String what = Files.exists(file) ? "cannot be executed" : "does not exist";
        throw new ProgramException(
                "%s is configured as %s, which %s: correct the setting, or %s"
                        .formatted(program.name(), file, what, program.remedy()));
    }

    private static ProgramException missing(Program program, String name, Set<Path> places) {
        List<String> tried = new ArrayList<>();
        places.forEach(place -> tried.add(place.toString()));
        return new ProgramException(
                "%s was not found in %s: %s"
                        .formatted(name, String.join(", ", tried), program.remedy()));
    }

    private Set<Path> places(List<Path> usualPlaces) {
        Set<Path> places = new LinkedHashSet<>();
        for (String directory : searchPath.split(Pattern.quote(File.pathSeparator))) {
            if (!directory.isBlank()) {
                places.add(Path.of(directory));
            }
        }
        places.addAll(usualPlaces);
        return places;
    }

    private static boolean canBeStarted(Path file) {
        return Files.isRegularFile(file) && Files.isExecutable(file);
    }
}
