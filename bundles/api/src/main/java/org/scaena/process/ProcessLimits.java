package org.scaena.process;

import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * How a process competes with others, and how much it may use. A limit that the system does not
 * grant is left out with a warning: a piece shall rather play without.
 *
 * @param nice its niceness, −20 (goes first) to 19; below 0 is for the privileged
 * @param realTimePriority the highest real-time priority it may take, 0 to 99; JACK's own default
 *     is 10, with 5 for its clients
 * @param memoryBytes how much address space it may have, at least 1 MiB
 * @param openFiles how many files it may have open, at least 16
 * @param residentBytes how much of the machine's memory it may hold before that is told, at least 1
 *     MiB; nothing holds it back, and only Linux tells
 */
public record ProcessLimits(
        OptionalInt nice,
        OptionalInt realTimePriority,
        OptionalLong memoryBytes,
        OptionalInt openFiles,
        OptionalLong residentBytes) {

    /** The host's own. */
    public static final ProcessLimits NONE =
            new ProcessLimits(
                    OptionalInt.empty(),
                    OptionalInt.empty(),
                    OptionalLong.empty(),
                    OptionalInt.empty(),
                    OptionalLong.empty());

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if one is left
     */
    public ProcessLimits {
        nice.ifPresent(value -> check("nice", value, -20, 19));
        realTimePriority.ifPresent(value -> check("realTimePriority", value, 0, 99));
        memoryBytes.ifPresent(value -> check("memoryBytes", value, 1L << 20, Long.MAX_VALUE));
        openFiles.ifPresent(value -> check("openFiles", value, 16, Integer.MAX_VALUE));
        residentBytes.ifPresent(value -> check("residentBytes", value, 1L << 20, Long.MAX_VALUE));
    }

    /** Limits with which nobody is told how much memory it holds. */
    public ProcessLimits(
            OptionalInt nice,
            OptionalInt realTimePriority,
            OptionalLong memoryBytes,
            OptionalInt openFiles) {
        this(nice, realTimePriority, memoryBytes, openFiles, OptionalLong.empty());
    }

    /** The same with a niceness, −20 to 19. */
    public ProcessLimits withNice(int value) {
        return new ProcessLimits(
                OptionalInt.of(value), realTimePriority, memoryBytes, openFiles, residentBytes);
    }

    /** The same with the highest real-time priority that may be taken, 0 to 99. */
    public ProcessLimits withRealTimePriority(int value) {
        return new ProcessLimits(
                nice, OptionalInt.of(value), memoryBytes, openFiles, residentBytes);
    }

    /** The same with an address space of so many bytes, at least 1 MiB. */
    public ProcessLimits withMemoryBytes(long value) {
        return new ProcessLimits(
                nice, realTimePriority, OptionalLong.of(value), openFiles, residentBytes);
    }

    /** The same with so many open files, at least 16. */
    public ProcessLimits withOpenFiles(int value) {
        return new ProcessLimits(
                nice, realTimePriority, memoryBytes, OptionalInt.of(value), residentBytes);
    }

    /** The same, and it is told when more of the machine's memory is held, at least 1 MiB. */
    public ProcessLimits withResidentBytes(long value) {
        return new ProcessLimits(
                nice, realTimePriority, memoryBytes, openFiles, OptionalLong.of(value));
    }

    private static void check(String what, long value, long min, long max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(
                    "%s must be from %d to %d, not %d".formatted(what, min, max, value));
        }
    }
}
