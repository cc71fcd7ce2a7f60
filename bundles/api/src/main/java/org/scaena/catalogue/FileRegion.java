package org.scaena.catalogue;

/**
 * A part of a sound file.
 *
 * @param path as the server sees it; relative ones start at its working directory
 * @param firstFrame from 0
 * @param frames how many from there, or {@link #ALL}
 */
public record FileRegion(String path, int firstFrame, int frames) {

    /** As many as there are. */
    public static final int ALL = -1;

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException that names the number and what is allowed
     */
    public FileRegion {
        if (firstFrame < 0) {
            throw new IllegalArgumentException(
                    "the first frame must be 0…2147483647, not " + firstFrame);
        }
        if (frames != ALL && frames < 1) {
            throw new IllegalArgumentException(
                    "the frames of a file must be 1…2147483647, or −1 for all, not " + frames);
        }
    }

    /** A whole file. */
    public static FileRegion all(String path) {
        return new FileRegion(path, 0, ALL);
    }
}
