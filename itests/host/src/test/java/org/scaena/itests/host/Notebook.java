package org.scaena.itests.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.scaena.node.GroupSnapshot;
import org.scaena.node.NodeSnapshot;
import org.scaena.sclang.Sclang;
import org.scaena.server.Client;
import org.scaena.server.Server;

/**
 * The two server objects of the notebook, {@code sc.server} and {@code serv}, and what the first
 * prints.
 */
final class Notebook {

    /** How long a boot may take on a machine that is busy. */
    static final Duration BOOT_LIMIT = Duration.ofSeconds(30);

    private static final List<String> NOT_OURS =
            List.of("]", "[ \"#bundle\", 1,", "[ \"/g_queryTree\"", "[ \"/sync\", -");

    /** The default groups of eight logins, as a tree lists them: the latest first. */
    static final List<Integer> DEFAULT_GROUPS =
            IntStream.iterate(7, login -> login - 1)
                    .limit(8)
                    .mapToObj(login -> (login << 26) + 1)
                    .toList();

    final Server server;
    final Server serv;
    final EventLog events;

    /** SuperCollider's language, where it takes part. */
    final Optional<Sclang> language;

    private final BlockingQueue<String> printed = new LinkedBlockingQueue<>();

    Notebook(Server server, Server serv, EventLog events, Optional<Sclang> language) {
        this.server = server;
        this.serv = serv;
        this.events = events;
        this.language = language;
    }

    /** The login of a server that runs. */
    static Client login(Server server) {
        return server.whenRunning().await(BOOT_LIMIT);
    }

    Client client() {
        return login(server);
    }

    /** Until the language is back on the server. */
    void awaitLanguage() {
        language.ifPresent(
                there -> assertThat(there.whenConnected().await(BOOT_LIMIT)).isEqualTo(server));
    }

    /** What is in the root, but for the notes of test sounds, which have negative ids. */
    static List<Integer> inRoot(Server server) {
        return children(server.queryTree().await());
    }

    static List<Integer> children(GroupSnapshot group) {
        return group.children().stream().map(NodeSnapshot::id).filter(id -> id >= 0).toList();
    }

    /** A dump without the notes of test sounds. */
    static String dump(Server server) {
        return server.dumpTree().await().replaceAll("(?m)^   -\\d+ s1\n.*\n", "");
    }

    /** A dump with nothing in the root but the default groups, some of them with content. */
    static String dumpWith(String... contents) {
        return DEFAULT_GROUPS.stream()
                .map(
                        group -> {
                            String content =
                                    List.of(contents).stream()
                                            .filter(text -> text.startsWith(group + ":"))
                                            .map(text -> text.substring(text.indexOf(':') + 1))
                                            .collect(Collectors.joining());
                            return "   " + group + " group\n" + content;
                        })
                .collect(Collectors.joining("", "NODE TREE Group 0\n", ""));
    }

    /**
     * Takes a printed line. What is joined into one datagram, when the mirror asks for the tree,
     * and how the sender paces itself (by negative sync ids) is not the notebook's affair.
     */
    void print(String line) {
        String text = line.strip().replaceFirst("],$", "]");
        if (NOT_OURS.stream().noneMatch(text::startsWith)) {
            printed.add(text);
        }
    }

    /** The next lines that the server printed of its incoming packets. */
    List<String> printed(int count) throws InterruptedException {
        return IntStream.range(0, count).mapToObj(i -> nextLine()).toList();
    }

    /** Passes over everything up to this line. */
    void skipTo(String last) {
        String line = nextLine();
        while (!line.equals(last)) {
            line = nextLine();
        }
    }

    private String nextLine() {
        try {
            String line = printed.poll(5, TimeUnit.SECONDS);
            assertThat(line).as("a line that the server prints").isNotNull();
            return line;
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    void nothingMoreIsPrinted() {
        assertThat(printed).isEmpty();
    }
}
