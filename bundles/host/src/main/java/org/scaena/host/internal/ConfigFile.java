package org.scaena.host.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of {@code conf}: {@code <pid>.config} or {@code <factory pid>-<name>.config} with typed
 * values, or {@code .cfg} with plain ones.
 *
 * @param path as the operator knows it
 * @param pid which component it configures
 * @param name which one of several, or empty if there is only one
 * @param entries what it sets, by key
 * @param problems what cannot be read
 */
record ConfigFile(
        String path,
        String pid,
        Optional<String> name,
        Map<String, Entry> entries,
        List<Problem> problems) {

    /**
     * A setting.
     *
     * @param line where it stands
     * @param value a string, number, boolean, array or collection
     */
    record Entry(int line, Object value) {}

    private static final Pattern KEY_VALUE = Pattern.compile("([^\\s=:]+)\\s*[=:]\\s*(.*)");

    static ConfigFile read(Path file) {
        String path = "conf/" + file.getFileName();
        List<Problem> problems = new ArrayList<>();
        Map<String, Entry> entries = new LinkedHashMap<>();
        try {
            List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
            boolean typed = path.endsWith(".config");
            for (LogicalLines.Line line : LogicalLines.of(lines)) {
                add(path, line, typed, entries, problems);
            }
        } catch (IOException unreadable) {
            problems.add(new Problem(path, 0, "cannot be read as UTF-8 text: " + unreadable));
        }
        return named(path, entries, problems);
    }

    /** Whether it configures one of several. */
    boolean factory() {
        return name.isPresent();
    }

    /** Whether it is for components, whose settings have types. */
    boolean typed() {
        return path.endsWith(".config");
    }

    /** The value of a key as text. */
    Optional<String> text(String key) {
        return Optional.ofNullable(entries.get(key)).map(entry -> entry.value().toString());
    }

    private static void add(
            String path,
            LogicalLines.Line line,
            boolean typed,
            Map<String, Entry> entries,
            List<Problem> problems) {
        Matcher matcher = KEY_VALUE.matcher(line.text());
        if (!matcher.matches()) {
            String sentence = "'%s' is not key=value".formatted(line.text());
            problems.add(new Problem(path, line.number(), sentence));
            return;
        }
        String key = matcher.group(1);
        String text = matcher.group(2);
        Optional<Object> value = typed ? TypedValue.parse(text) : Optional.of(text);
        if (value.isEmpty()) {
            String sentence = "%s=%s cannot be read; write %s=%s";
            problems.add(
                    new Problem(
                            path,
                            line.number(),
                            sentence.formatted(key, text, key, TypedValue.proposal(text))));
            return;
        }
        Entry before = entries.put(key, new Entry(line.number(), value.get()));
        if (before != null) {
            String sentence =
                    "'%s' is set in line %d already; keep one".formatted(key, before.line());
            problems.add(new Problem(path, line.number(), sentence));
        }
    }

    private static ConfigFile named(
            String path, Map<String, Entry> entries, List<Problem> problems) {
        String file = path.substring(path.indexOf('/') + 1);
        String name = file.substring(0, file.lastIndexOf('.'));
        if (name.indexOf('~') >= 0) {
            problems.add(
                    new Problem(
                            path,
                            0,
                            "the name with '~' configures nothing; rename it to "
                                    + file.replace('~', '-')));
        }
        int dash = name.replace('~', '-').indexOf('-');
        return dash < 0
                ? new ConfigFile(path, name, Optional.empty(), entries, problems)
                : new ConfigFile(
                        path,
                        name.substring(0, dash),
                        Optional.of(name.substring(dash + 1)),
                        entries,
                        problems);
    }
}
