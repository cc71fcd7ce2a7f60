package org.scaena.server.internal;

import java.util.regex.Pattern;

/**
 * Tells the lines that {@code /dumpOSC} prints from all else that a server prints.
 *
 * <p>A message is one line, {@code [ "/sync", 1 ]}; a bundle is several, from {@code [ "#bundle",
 * time,} to the bracket that closes it; bytes are {@code size 16} and rows up to an empty line.
 */
final class DumpText {

    private static final Pattern OPENS =
            Pattern.compile(" *\\[ (\"#bundle\", \\d+, ?|\".*|\\d+,.*)");
    private static final Pattern BYTES_BEGIN = Pattern.compile("size \\d+");
    private static final Pattern BYTES_ROW = Pattern.compile(" +\\d+ .*");
    private static final String BUNDLE = "[ \"#bundle\", ";

    private int openBundles;
    private boolean inBytes;

    /** Whether the next line belongs to a dump. */
    boolean accepts(String line) {
        String text = line.strip();
        if (inBytes) {
            inBytes = BYTES_ROW.matcher(line).matches();
            return inBytes || text.isEmpty();
        }
        if (BYTES_BEGIN.matcher(text).matches()) {
            inBytes = true;
            return true;
        }
        if (text.startsWith(BUNDLE)) {
            openBundles++;
            return true;
        }
        if (openBundles > 0) {
            openBundles -= text.equals("]") || text.equals("],") ? 1 : 0;
            return true;
        }
        return OPENS.matcher(line).matches() && text.endsWith("]");
    }
}
