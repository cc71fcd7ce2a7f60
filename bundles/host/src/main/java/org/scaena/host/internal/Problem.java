package org.scaena.host.internal;

/**
 * Something wrong in a configuration file.
 *
 * @param file its path as the operator knows it
 * @param line the line, counted from 1; 0 if it concerns the whole file
 * @param sentence what is wrong and what to do
 */
record Problem(String file, int line, String sentence) {

    @Override
    public String toString() {
        return file + (line > 0 ? ":" + line : "") + ": " + sentence;
    }
}
