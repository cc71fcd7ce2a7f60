package org.scaena.console.internal;

import java.io.PrintStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.annotations.GogoCommand;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.scaena.command.Subscription;
import org.scaena.server.DumpOscLevel;
import org.scaena.server.Server;

/** What a server prints of its incoming packets, in the console; immediate, as it is kept. */
@Component(service = DumpCommands.class, immediate = true)
@GogoCommand(
        scope = "sc",
        function = {"dumposc"})
public final class DumpCommands {

    private final Targets targets;
    private final Map<String, Subscription> listening = new ConcurrentHashMap<>();

    /** Commands for these servers. */
    @Activate
    public DumpCommands(@Reference Targets targets) {
        this.targets = targets;
    }

    /** Hears no more. */
    @Deactivate
    void stop() {
        listening.values().forEach(Subscription::close);
    }

    /** Shows as text what the server receives. */
    @Descriptor("shows what the server receives, as text, until sc:dumposc 0")
    public void dumposc(CommandSession session) {
        dumposc(session, DumpOscLevel.TEXT.number());
    }

    /** Shows what the server receives. */
    @Descriptor("shows what the server receives: 0 nothing, 1 text, 2 bytes, 3 both")
    public void dumposc(CommandSession session, @Descriptor("0…3") int level) {
        Server server = targets.server(session);
        DumpOscLevel wanted = DumpOscLevel.of(level);
        Subscription before = listening.remove(server.name());
        if (before != null) {
            before.close();
        }
        if (wanted == DumpOscLevel.OFF || server.pid().isEmpty()) {
            server.dumpOsc(wanted).await();
            return;
        }
        PrintStream console = session.getConsole();
        listening.put(
                server.name(),
                server.dumpOsc(wanted, line -> console.println("[scsynth] " + line)));
        server.sync().await();
    }
}
