package org.scaena.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A program to look for: first where a setting says, then along PATH, then in the usual places.
 *
 * @param name the file name, for example {@code scsynth}
 * @param setting the path or name from a configuration, if one is given
 * @param usualPlaces directories where systems put it
 * @param remedy what to do if it is missing, as a sentence
 * @param oldestVersion the oldest that will do, for example {@code 3.9}, if that is known
 */
public record Program(
        String name,
        Optional<String> setting,
        List<Path> usualPlaces,
        String remedy,
        Optional<String> oldestVersion) {

    /** Copies the places. */
    public Program {
        usualPlaces = List.copyOf(usualPlaces);
    }

    /** A program of which any version will do. */
    public Program(String name, Optional<String> setting, List<Path> usualPlaces, String remedy) {
        this(name, setting, usualPlaces, remedy, Optional.empty());
    }

    /** SuperCollider's audio server. */
    public static Program scsynth() {
        return Programs.SCSYNTH;
    }

    /** SuperCollider's audio server for several processors. */
    public static Program supernova() {
        return Programs.SUPERNOVA;
    }

    /** SuperCollider's language. */
    public static Program sclang() {
        return Programs.SCLANG;
    }

    /** The JACK audio server. */
    public static Program jackd() {
        return Programs.JACKD;
    }

    /** The same program, looked for under a path or name from a configuration. */
    public Program at(String pathOrName) {
        return new Program(name, Optional.of(pathOrName), usualPlaces, remedy, oldestVersion);
    }
}
