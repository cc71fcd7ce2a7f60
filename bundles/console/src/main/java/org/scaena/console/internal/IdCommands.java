package org.scaena.console.internal;

import java.util.List;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.annotations.GogoCommand;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.scaena.id.IdPool;
import org.scaena.id.IdRange;
import org.scaena.id.Ids;
import org.scaena.server.Owner;
import org.scaena.server.PluginCalls;

/** The ids of the host's login, in the console. */
@Component(service = IdCommands.class)
@GogoCommand(
        scope = "sc",
        function = {"ids", "alloc", "dealloc", "owners", "plugins"})
public final class IdCommands {

    /** Names what is taken by hand; it is this bundle's, and is given back when that stops. */
    private static final String OWNER = "console";

    private final Targets targets;

    /** Commands for the logins of these servers. */
    @Activate
    public IdCommands(@Reference Targets targets) {
        this.targets = targets;
    }

    /** Lists the pools. */
    @Descriptor("shows how many buffer and bus numbers are free")
    public String ids(CommandSession session) {
        Table table = new Table("kind", "range", "on loan", "free", "longest run");
        for (IdPool pool : pools(session)) {
            table.row(
                    pool.kind(),
                    Ranges.text(pool.bounds()),
                    pool.bounds().count() - pool.available(),
                    pool.available(),
                    pool.longestRun());
        }
        return table.toString();
    }

    /** Takes numbers. */
    @Descriptor("takes neighbouring numbers: sc:alloc buffer 2")
    public String alloc(
            CommandSession session,
            @Descriptor("which: see sc:ids") String kind,
            @Descriptor("how many") int count) {
        return Ranges.text(pool(session, kind).allocate(count, OWNER));
    }

    /** Gives numbers back. */
    @Descriptor("gives numbers back that were taken by hand: sc:dealloc buffer 128 2")
    public void dealloc(
            CommandSession session,
            @Descriptor("which: see sc:ids") String kind,
            @Descriptor("the first") int first,
            @Descriptor("how many") int count) {
        pool(session, kind).free(new IdRange(first, count), OWNER);
    }

    /** Lists who has what. */
    @Descriptor("shows what each bundle has of the server; it is given back when the bundle stops")
    public String owners(CommandSession session) {
        Table table =
                new Table(
                        "bundle",
                        "nodes",
                        "buffers",
                        "audio buses",
                        "control buses",
                        "defs",
                        "listeners",
                        "logins");
        for (Owner owner : targets.server(session).owners()) {
            table.row(
                    owner.name(),
                    owner.nodes(),
                    owner.buffers(),
                    owner.audioBuses(),
                    owner.controlBuses(),
                    owner.definitions(),
                    owner.listeners(),
                    owner.logins());
        }
        return table.toString();
    }

    /** Lists how bundles behave. */
    @Descriptor("shows how the code of each bundle behaves that the server calls: hooks, listeners")
    public String plugins(CommandSession session) {
        Table table =
                new Table(
                        "bundle",
                        "calls",
                        "failed",
                        "over 2 s",
                        "dropped",
                        "held",
                        "total",
                        "longest");
        for (PluginCalls each : targets.server(session).pluginCalls()) {
            table.row(
                    each.bundle(),
                    each.calls(),
                    each.failures(),
                    each.overruns(),
                    each.dropped(),
                    each.held(),
                    Texts.millis(each.total()),
                    Texts.millis(each.longest()));
        }
        return table.toString();
    }

    private IdPool pool(CommandSession session, String kind) {
        return Chosen.kind(pools(session), IdPool::kind, kind);
    }

    private List<IdPool> pools(CommandSession session) {
        Ids ids = targets.client(session).ids();
        return List.of(ids.buffers(), ids.audioBuses(), ids.controlBuses());
    }
}
