package org.scaena.host.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a folder looks like from outside; two that are equal are taken to hold the same.
 *
 * @param stamps when the files were written and how long they are, by name
 */
record FolderState(Map<String, Stamp> stamps) {

    /** When a file was written, and its length in bytes. */
    record Stamp(FileTime written, long size) {}

    /** Now; a file that goes meanwhile is left out. */
    static FolderState of(Path folder) {
        Map<String, Stamp> stamps = new HashMap<>();
        for (Path file : files(folder)) {
            try {
                BasicFileAttributes about = Files.readAttributes(file, BasicFileAttributes.class);
                Stamp stamp = new Stamp(about.lastModifiedTime(), about.size());
                stamps.put(file.getFileName().toString(), stamp);
            } catch (IOException gone) {
                // As if it had gone before.
            }
        }
        return new FolderState(stamps);
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        } catch (IOException noFolder) {
            return List.of();
        }
    }
}
