package org.scaena.host.internal;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** What somebody who mistyped a word may have meant. */
final class NearestMatch {

    private NearestMatch() {}

    /** The candidate with the fewest edits, if they are at most half of the word's letters. */
    static Optional<String> to(String word, Collection<String> candidates) {
        String lower = word.toLowerCase(Locale.ROOT);
        return candidates.stream()
                .min(
                        Comparator.comparingInt(
                                        (String candidate) ->
                                                edits(lower, candidate.toLowerCase(Locale.ROOT)))
                                .thenComparing(Comparator.naturalOrder()))
                .filter(
                        near ->
                                2 * edits(lower, near.toLowerCase(Locale.ROOT))
                                        <= Math.max(2, word.length()));
    }

    /** The same as a question to add to a sentence; empty if nothing is near. */
    static String question(String word, Collection<String> candidates) {
        return to(word, candidates).map(near -> "; did you mean '" + near + "'?").orElse("");
    }

    /** Letters added, left out, changed or swapped with their neighbour. */
    static int edits(String from, String to) {
        int[][] d = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                d[i][j] = i == 0 ? j : j == 0 ? i : Integer.MAX_VALUE;
                if (i > 0 && j > 0) {
                    int change = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
                    d[i][j] = Math.min(d[i - 1][j], d[i][j - 1]) + 1;
                    d[i][j] = Math.min(d[i][j], d[i - 1][j - 1] + change);
                }
                if (i > 1
                        && j > 1
                        && from.charAt(i - 1) == to.charAt(j - 2)
                        && from.charAt(i - 2) == to.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[from.length()][to.length()];
    }
}
