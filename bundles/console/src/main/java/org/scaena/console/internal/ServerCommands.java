package org.scaena.console.internal;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Parameter;
import org.apache.felix.service.command.annotations.GogoCommand;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.scaena.osc.OscEndpoint;
import org.scaena.server.Client;
import org.scaena.server.HookRun;
import org.scaena.server.Server;
import org.scaena.server.ServerStatus;

/** The life of servers, in the console. */
@Component(service = ServerCommands.class)
@GogoCommand(
        scope = "sc",
        function = {
            "servers", "boot", "remote", "quit", "reboot", "status", "version", "sync", "hooks"
        })
public final class ServerCommands {

    static final String SERVER = "which server, if there are several";
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @Reference private volatile List<Server> servers = List.of();

    private Server server(String name) {
        return Chosen.of(servers, Server::name, name);
    }

    /** Lists the servers. */
    @Descriptor("lists the servers")
    public String servers() {
        Table table = new Table("server", "state", "where", "process", "last end");
        for (Server server : servers) {
            table.row(
                    server.name(),
                    word(server.state()),
                    server.endpoint(),
                    server.pid().map(Object::toString).orElse("-"),
                    server.lastShutdown().map(ServerCommands::word).orElse("-"));
        }
        return table.toString();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** Boots a server. */
    @Descriptor("boots a server, or joins the one that has the default port")
    public String boot(
            @Descriptor(SERVER)
                    @Parameter(
                            names = {"-s", "--server"},
                            absentValue = "")
                    String server) {
        return usable(server(server).boot().await(LIMIT));
    }

    /** Joins a server. */
    @Descriptor("joins a server that runs already, here or on another machine")
    public String remote(
            @Descriptor(SERVER)
                    @Parameter(
                            names = {"-s", "--server"},
                            absentValue = "")
                    String server,
            @Descriptor("its address") String host,
            @Descriptor("its UDP port") int port) {
        OscEndpoint endpoint = new OscEndpoint(OscEndpoint.Protocol.UDP, host, port);
        return usable(server(server).remote(endpoint).await(LIMIT));
    }

    /** Quits and boots. */
    @Descriptor("quits a server and boots it again")
    public String reboot(
            @Descriptor(SERVER)
                    @Parameter(
                            names = {"-s", "--server"},
                            absentValue = "")
                    String server) {
        return usable(server(server).reboot().await(LIMIT));
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
            @Descriptor(SERVER)
                    @Parameter(
                            names = {"-s", "--server"},
                            absentValue = "")
                    String server) {
        server(server).quit().await(LIMIT);
    }

    /** Load and counts. */
    @Descriptor("shows load and counts")
    public String status(
            @Descriptor(SERVER)
                    @Parameter(
                            names = {"-s", "--server"},
                            absentValue = "")
                    String server) {
        ServerStatus status = server(server).status().await();
        return new Table("ugens", "synths", "groups", "defs", "avg CPU", "peak CPU", "rate")
                .row(
                        status.numUGens(),
                        status.numSynths(),
                        status.numGroups(),
                        status.numSynthDefs(),
                        "%.2f %%".formatted(status.avgCpu()),
                        "%.2f %%".formatted(status.peakCpu()),
                        "%.0f Hz".formatted(status.nominalSampleRate()))
                .toString();
    }

    /** Which server it is. */
    @Descriptor("shows which program a server is")
    public String version(
            @Descriptor(SERVER)
                    @Parameter(
                            names = {"-s", "--server"},
                            absentValue = "")
                    String server) {
        return server(server).version().await().toString();
    }

    /** Waits for asynchronous commands. */
    @Descriptor("waits until all asynchronous commands are done")
    public void sync(
            @Descriptor(SERVER)
                    @Parameter(
                            names = {"-s", "--server"},
                            absentValue = "")
                    String server) {
        server(server).sync().await();
    }

    /** What the hooks did. */
    @Descriptor("lists the init hooks and what they did last")
    public String hooks(
            @Descriptor(SERVER)
                    @Parameter(
                            names = {"-s", "--server"},
                            absentValue = "")
                    String server) {
        Table table = new Table("hook", "ranking", "phase", "took", "result");
        for (HookRun run : server(server).hooks()) {
            table.row(
                    run.hook(),
                    run.ranking(),
                    run.phase(),
                    run.took().toMillis() + " ms",
                    run.failure().orElse("ok"));
        }
        return table.toString();
    }
}
