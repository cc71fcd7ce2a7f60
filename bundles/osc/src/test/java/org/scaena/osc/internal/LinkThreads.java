package org.scaena.osc.internal;

import java.util.List;

/** Looks for the threads of a link. */
final class LinkThreads {

    private LinkThreads() {}

    static List<String> of(String link) {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(thread -> thread.matches("scaena-osc-(in|out)-" + link))
                .sorted()
                .toList();
    }
}
