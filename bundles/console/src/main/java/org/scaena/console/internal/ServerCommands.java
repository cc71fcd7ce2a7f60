package org.scaena.console.internal;

import java.time.Duration;
import java.util.List;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Function;
import org.apache.felix.service.command.Parameter;
import org.apache.felix.service.command.annotations.GogoCommand;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.scaena.osc.OscEndpoint;
import org.scaena.server.Client;
import org.scaena.server.Server;

/** The life of servers, in the console. */
@Component(service = ServerCommands.class)
@GogoCommand(
        scope = "sc",
        function = {"servers", "use", "on", "boot", "remote", "reboot", "quit", "disconnect"})
public final class ServerCommands {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final Targets targets;

    /** Commands for these servers. */
    @Activate
    public ServerCommands(@Reference Targets targets) {
        this.targets = targets;
    }

    /** Lists the servers. */
    @Descriptor("lists the servers")
    public String servers() {
        Table table = new Table("server", "state", "where", "process", "last end");
        for (Server server : targets.servers()) {
            table.row(
                    server.name(),
                    Texts.word(server.state()),
                    server.endpoint(),
                    server.pid().map(Object::toString).orElse("-"),
                    server.lastShutdown().map(Texts::word).orElse("-"));
        }
        return table.toString();
    }

    /** Chooses a server. */
    @Descriptor("chooses the server that further commands go to: sc:use studio")
    public void use(CommandSession session, @Descriptor("its name") String server) {
        targets.choose(session, server);
    }

    /** Does something on another server. */
    @Descriptor("does something on another server: sc:on studio { sc:tree }")
    public @Nullable Object on(
            CommandSession session,
            @Descriptor("its name") String server,
            @Descriptor("what to do, in braces") Function commands)
            throws Exception {
        Object before = session.get(Targets.CHOICE);
        targets.choose(session, server);
        try {
            return commands.execute(session, List.of());
        } finally {
            session.put(Targets.CHOICE, before);
        }
    }

    /** Boots a server. */
    @Descriptor("boots the server, or joins the one that has the default port")
    public String boot(CommandSession session) {
        return usable(targets.server(session).boot().await(LIMIT));
    }

    /** Joins a server. */
    @Descriptor("joins a server that runs already, here or on another machine")
    public String remote(
            CommandSession session,
            @Descriptor("its address") String host,
            @Descriptor("its UDP port") int port) {
        OscEndpoint endpoint = new OscEndpoint(OscEndpoint.Protocol.UDP, host, port);
        return usable(targets.server(session).remote(endpoint).await(LIMIT));
    }

    /** Quits and boots. */
    @Descriptor("quits the server and boots it again")
    public String reboot(CommandSession session) {
        return usable(targets.server(session).reboot().await(LIMIT));
    }

    private static String usable(Client client) {
        return "%s is usable at %s: client %d of %d"
                .formatted(
                        client.server().name(),
                        client.server().endpoint(),
                        client.id(),
                        client.maxLogins());
    }

    /** Quits a server. */
    @Descriptor("ends a server of ours; logs out of one that was joined")
    public void quit(
            CommandSession session,
            @Descriptor("ends also one that was joined, for all who use it")
                    @Parameter(
                            names = {"-a", "--all"},
                            presentValue = "true",
                            absentValue = "false")
                    boolean all) {
        Server server = targets.server(session);
        (all ? server.quitForAll() : server.quit()).await(LIMIT);
    }

    /** Leaves a server. */
    @Descriptor("logs out of a server that was joined, which goes on")
    public void disconnect(CommandSession session) {
        targets.server(session).disconnect().await(LIMIT);
    }
}
