package org.scaena.server.internal;

import java.util.regex.Pattern;

/**
 * An OSC address pattern: {@code ? * [a-z] [!a-z] {one,two}}, none of which crosses a slash.
 *
 * <p>Source: OSC 1.0 specification.
 */
final class AddressPattern {

    private static final String SPECIAL = "?*[{";

    private final String text;
    private final boolean literal;
    private final Pattern regex;

    /**
     * Reads a pattern.
     *
     * @throws IllegalArgumentException if a bracket is not closed
     */
    AddressPattern(String pattern) {
        StringBuilder regular = new StringBuilder();
        boolean inClass = false;
        boolean inChoice = false;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (inClass) {
                inClass = c != ']';
                boolean negation = c == '!' && pattern.charAt(i - 1) == '[';
                regular.append(negation ? "^" : c == ']' || c == '-' ? c : quoted(c));
            } else if (inChoice && c == ',') {
                regular.append('|');
            } else {
                switch (c) {
                    case '?' -> regular.append("[^/]");
                    case '*' -> regular.append("[^/]*");
                    case '[' -> {
                        regular.append('[');
                        inClass = true;
                    }
                    case '{' -> {
                        regular.append("(?:");
                        inChoice = true;
                    }
                    case '}' -> {
                        regular.append(')');
                        inChoice = false;
                    }
                    default -> regular.append(quoted(c));
                }
            }
        }
        if (inClass || inChoice) {
            throw new IllegalArgumentException("a bracket is not closed in " + pattern);
        }
        this.text = pattern;
        this.literal = pattern.chars().noneMatch(c -> SPECIAL.indexOf(c) >= 0);
        this.regex = Pattern.compile(regular.toString());
    }

    private static String quoted(char c) {
        return Character.isLetterOrDigit(c) || c == '/' ? String.valueOf(c) : "\\" + c;
    }

    boolean matches(String address) {
        return literal ? text.equals(address) : regex.matcher(address).matches();
    }
}
