package org.scaena.host.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.scaena.process.Program;

/**
 * From the start of the host to its first word on how it went: ready, or nothing to be ready with.
 *
 * <p>Ready means that no server that boots at the start is still on its way and one is usable, or
 * that none was to boot. For one thread.
 */
final class Startup {

    /** How it went. */
    sealed interface Outcome {}

    /** The host is usable. */
    record Ready(String line) implements Outcome {}

    /** The host is of no use. */
    record Fatal(ExitCode code, String sentence) implements Outcome {}

    private final Collection<String> awaited = new TreeSet<>();
    private final Collection<String> unseen = new TreeSet<>();
    private final Map<String, String> usable = new LinkedHashMap<>();
    private final List<String> failures = new ArrayList<>();
    private boolean over;

    Startup(List<ConfiguredServer> servers) {
        servers.stream()
                .filter(ConfiguredServer::autoBoot)
                .map(ConfiguredServer::name)
                .forEach(awaited::add);
        unseen.addAll(awaited);
    }

    /** The start was over before. */
    static Startup finished() {
        Startup startup = new Startup(List.of());
        startup.over = true;
        return startup;
    }

    /** Whether the outcome is known. */
    boolean isOver() {
        return over;
    }

    /** The names of servers that are configured but did not appear. */
    Collection<String> unseen() {
        return List.copyOf(unseen);
    }

    /** Nothing happened yet: over at once if no server boots at the start. */
    Optional<Outcome> begin() {
        return outcome();
    }

    /** The server's component is there. */
    void appeared(String name) {
        unseen.remove(name);
    }

    /**
     * A server is usable.
     *
     * @param place where it listens and through what it plays
     */
    Optional<Outcome> running(String name, String place) {
        unseen.remove(name);
        awaited.remove(name);
        usable.put(name, "server " + name + " on " + place);
        return outcome();
    }

    /** The boot of a server failed; the others may still succeed. */
    Optional<Outcome> failed(String name, String message) {
        unseen.remove(name);
        if (awaited.remove(name)) {
            failures.add(message);
        }
        return outcome();
    }

    private Optional<Outcome> outcome() {
        if (over || !awaited.isEmpty()) {
            return Optional.empty();
        }
        over = true;
        if (!usable.isEmpty()) {
            return Optional.of(new Ready("ready: " + String.join("; ", usable.values())));
        }
        if (failures.isEmpty()) {
            return Optional.of(new Ready("ready: no server boots at the start"));
        }
        String first = failures.get(0);
        return Optional.of(new Fatal(code(first), first));
    }

    /** A message about a missing program ends with the program's own remedy. */
    private static ExitCode code(String message) {
        boolean missing =
                List.of(Program.scsynth(), Program.supernova(), Program.jackd()).stream()
                        .anyMatch(program -> message.contains(program.remedy()));
        return missing ? ExitCode.MISSING_PROGRAM : ExitCode.BOOT;
    }
}
