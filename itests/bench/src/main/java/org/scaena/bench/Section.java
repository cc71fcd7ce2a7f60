package org.scaena.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lines that belong together, mostly contenders for one measure. */
final class Section {

    private final String title;
    private final List<Line> lines = new ArrayList<>();
    private final Map<String, String> absent = new LinkedHashMap<>();

    Section(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /** In the order they were added. */
    List<Line> lines() {
        return lines;
    }

    /** Who could not take part, and why. */
    Map<String, String> absent() {
        return absent;
    }
}
