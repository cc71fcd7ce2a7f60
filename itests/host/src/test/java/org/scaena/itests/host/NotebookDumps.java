package org.scaena.itests.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.scaena.catalogue.GroupCommands;
import org.scaena.command.Subscription;
import org.scaena.node.Placement;
import org.scaena.node.TreeDetail;
import org.scaena.server.Client;
import org.scaena.server.DumpOscLevel;
import org.scaena.server.InitHook;
import org.scaena.server.Server;

/** Cells 47–56: what the server prints of its incoming packets while things are asked of it. */
final class NotebookDumps {

    private static final List<String> GROUPS =
            IntStream.range(0, 8)
                    .mapToObj(login -> "[ \"/g_new\", " + ((login << 26) + 1) + ", 0, 0 ]")
                    .toList();

    private static final long FIFTH_OF_A_SECOND = (1L << 32) / 5;

    private final Notebook notebook;
    private final BundleContext context;
    private final Server server;

    NotebookDumps(Notebook notebook, BundleContext context) {
        this.notebook = notebook;
        this.context = context;
        this.server = notebook.server;
    }

    /** Leaves the dump on: the reboot of cell 59 ends it. */
    Subscription run() throws InterruptedException {
        server.dumpOsc(DumpOscLevel.TEXT).await();
        Subscription dump = server.dumpOsc(DumpOscLevel.TEXT, notebook::print);
        notebook.skipTo("[ \"/dumpOSC\", 1 ]");
        dumps();
        blips();
        clears();
        hooks();
        return dump;
    }

    private void dumps() throws InterruptedException {
        server.request(GroupCommands.dumpTree(0, TreeDetail.WITH_CONTROLS)).await();
        assertThat(notebook.printed(1))
                .as("cells 47, 48")
                .containsExactly("[ \"/g_dumpTree\", 0, 1 ]");
        assertSynced("cell 48");
    }

    private void blips() throws InterruptedException {
        server.blip();
        List<String> lines = notebook.printed(6);
        assertThat(lines.stream().map(line -> line.replaceAll("\\d{15,}", "TIME")))
                .as("cells 49, 50; two bundles, in each of which alone errors are silent")
                .containsExactly(
                        "[ \"#bundle\", TIME,",
                        "[ \"/error\", -1 ]",
                        "[ \"/s_new\", \"s1\", -1, 0, 0, \"freq\", 500, \"dur\", 0.1, \"num\", 1 ]",
                        "[ \"#bundle\", TIME,",
                        "[ \"/error\", -1 ]",
                        "[ \"/s_new\", \"s1\", -1, 0, 0, \"freq\", 1000, \"amp\", 0.05, \"num\", 2,"
                                + " \"att\", 0, \"dur\", 0.1, \"curve\", 42 ]");
        long between = time(lines.get(3)) - time(lines.get(0));
        assertThat(Math.abs(between - FIFTH_OF_A_SECOND)).isLessThan((1L << 32) / 1_000_000);
    }

    private static long time(String line) {
        return Long.parseUnsignedLong(line.replaceAll("\\D", ""));
    }

    private void clears() throws InterruptedException {
        server.freeAll().await();
        assertThat(notebook.printed(10))
                .as("cell 51")
                .containsExactlyElementsOf(
                        Stream.concat(
                                        Stream.of("[ \"/g_freeAll\", 0 ]", "[ \"/clearSched\", ]"),
                                        GROUPS.stream())
                                .toList());
        assertCleared("cell 51");

        notebook.client().freeAll().await();
        assertThat(notebook.printed(3))
                .as("cell 52")
                .containsExactly(
                        "[ \"/g_freeAll\", 67108865 ]",
                        "[ \"/clearSched\", ]",
                        "[ \"/g_new\", 67108865, 0, 0 ]");
        assertCleared("cell 52");

        server.clearSchedule().await();
        assertThat(notebook.printed(1)).as("cell 53").containsExactly("[ \"/clearSched\", ]");
        assertSynced("cell 53");
    }

    private void hooks() throws InterruptedException {
        Dictionary<String, Object> here = new Hashtable<>(Map.of(Server.NAME, server.name()));
        ServiceRegistration<InitHook> hook =
                context.registerService(InitHook.class, new DefaultGroups(), here);
        assertThat(notebook.printed(GROUPS.size()))
                .as("cell 55: a hook that comes late runs at once")
                .isEqualTo(GROUPS);
        server.runHooks().await();
        assertThat(notebook.printed(GROUPS.size())).as("cells 54, 55").isEqualTo(GROUPS);
        assertCleared("cell 54");
        hook.unregister();

        server.sync().await();
        assertSynced("cell 56");
        notebook.nothingMoreIsPrinted();
    }

    /**
     * What comes after the tree was cleared, or the hooks were run: our sync, and if the language
     * takes part its groups and two syncs, nobody knows in which order.
     */
    private void assertCleared(String cell) throws InterruptedException {
        if (notebook.language.isEmpty()) {
            assertSynced(cell);
            return;
        }
        Map<Boolean, List<String>> lines =
                notebook.printed(GROUPS.size() + 3).stream()
                        .collect(Collectors.partitioningBy(NotebookDumps::isSync));
        assertThat(lines.get(true)).as(cell).hasSize(3);
        assertThat(lines.get(false)).as(cell).isEqualTo(GROUPS);
    }

    private void assertSynced(String cell) throws InterruptedException {
        assertThat(notebook.printed(1)).as(cell).allMatch(NotebookDumps::isSync);
    }

    /** How far the server has come is asked by one of two commands. */
    private static boolean isSync(String line) {
        return line.startsWith("[ \"/sync\", ") || line.startsWith("[ \"/c_get\", ");
    }

    /** What the notebook's server has as {@code send_default_groups}. */
    private static final class DefaultGroups implements InitHook {
        @Override
        public void tree(Client client) {
            Placement head = Placement.addToHead(client.rootGroup());
            for (int login = 0; login < client.maxLogins(); login++) {
                client.send(GroupCommands.create((login << 26) + 1, head).message());
            }
        }
    }
}
