package org.scaena.console.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Parameter;
import org.apache.felix.service.command.annotations.GogoCommand;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.scaena.command.Reply;
import org.scaena.server.Replay;
import org.scaena.server.ReplayReport;
import org.scaena.server.Server;

/** What a server was sent before its end, in the console. */
@Component(service = BlackBoxCommands.class)
@GogoCommand(
        scope = "sc",
        function = {"blackbox", "replay"})
public final class BlackBoxCommands {

    /** An hour is recorded at most; the rest is for starting servers, twice if need be. */
    private static final Duration LIMIT = Duration.ofHours(3);

    private final Targets targets;

    /** Commands for the black boxes of these servers. */
    @Activate
    public BlackBoxCommands(@Reference Targets targets) {
        this.targets = targets;
    }

    /** Lists the files. */
    @Descriptor("lists what was saved of earlier ends; sc:blackbox save saves what is sent now")
    public String blackbox(CommandSession session) throws IOException {
        List<Path> files = targets.server(session).blackBox().files();
        Table table = new Table("file, the latest first", "KiB");
        for (Path file : files) {
            table.row(file.getFileName(), (Files.size(file) + 1023) / 1024);
        }
        return files.isEmpty()
                ? "nothing was saved yet: that is done when a server ends unasked\n"
                : table + "in " + files.get(0).getParent() + "\n";
    }

    /** Saves what is there. */
    @Descriptor("saves what was sent to the server in the last minutes: sc:blackbox save")
    public String blackbox(CommandSession session, @Descriptor("save") String save) {
        if (!save.equals("save")) {
            throw new IllegalArgumentException(
                    "sc:blackbox lists the files, sc:blackbox save saves one more");
        }
        return targets.server(session).blackBox().save().await().toString();
    }

    /** Plays a file. */
    @Descriptor(
            "plays a file of sc:blackbox to a server that is started for it, and tells which packet"
                    + " that ends at")
    public String replay(
            CommandSession session,
            @Descriptor("goes as fast as the server takes it")
                    @Parameter(
                            names = {"-f", "--fast"},
                            presentValue = "true",
                            absentValue = "false")
                    boolean fast,
            @Descriptor("goes up to this packet only")
                    @Parameter(
                            names = {"-u", "--until"},
                            absentValue = "0")
                    int until,
            @Descriptor("plays it to this server, which may end of it, instead of a fresh one")
                    @Parameter(
                            names = {"-s", "--server"},
                            absentValue = "")
                    String server,
            @Descriptor("its name or path") String file) {
        Server target = server.isEmpty() ? targets.server(session) : targets.server(server);
        Replay replay = new Replay(Path.of(file), fast, until, !server.isEmpty());
        Reply<ReplayReport> reply =
                target.blackBox().replay(replay, line -> session.getConsole().println(line));
        try {
            return text(reply.await(LIMIT));
        } finally {
            reply.cancel(false); // Ctrl-C ends the replay, too
        }
    }

    private static String text(ReplayReport report) {
        StringBuilder text = new StringBuilder();
        for (ReplayReport.Packet packet : report.last()) {
            text.append(
                    String.format(
                            Locale.ROOT,
                            "%8d %9.3f s  %s%n",
                            packet.number(),
                            packet.time().toNanos() / 1e9,
                            packet.text()));
        }
        text.append(
                String.format(
                        Locale.ROOT,
                        "%,d of %,d packets were played, %,d failures reported%n",
                        report.played(),
                        report.packets(),
                        report.failures()));
        if (report.leftOut() > 0) {
            text.append(report.leftOut())
                    .append(" were left out: they would have written files, or are too long\n");
        }
        report.end()
                .ifPresentOrElse(
                        end -> text.append(end(end)),
                        () -> text.append("the server has outlived them\n"));
        return text.toString();
    }

    private static String end(ReplayReport.End end) {
        String where =
                end.first() == end.last()
                        ? "at packet " + end.last()
                        : "at one of the packets " + end.first() + " to " + end.last();
        return "the server ended " + where + ": " + end.what() + "\n";
    }
}
