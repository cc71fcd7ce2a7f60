package org.scaena.console.internal;

import java.time.Duration;
import java.util.List;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Descriptor;
import org.apache.felix.service.command.Function;
import org.apache.felix.service.command.Parameter;
import org.apache.felix.service.command.annotations.GogoCommand;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.scaena.server.Client;

/** What happens at one moment, and the end of all that goes on, in the console. */
@Component(service = MomentCommands.class)
@GogoCommand(
        scope = "sc",
        function = {"at", "freeall", "clearsched"})
public final class MomentCommands {

    private static final String COLLECTING = ".sc.collecting";

    private final Targets targets;

    /** Commands for the logins of these servers. */
    @Activate
    public MomentCommands(@Reference Targets targets) {
        this.targets = targets;
    }

    /** Whether a session collects what it sends, so that nothing can be waited for. */
    static boolean isCollecting(CommandSession session) {
        return Boolean.TRUE.equals(session.get(COLLECTING));
    }

    /** Does several things at one moment. */
    @Descriptor("does all at one moment, in one bundle: sc:at 0.5 { sc:synth s1; sc:free 1000 }")
    public void at(
            CommandSession session,
            @Descriptor("seconds from now") double seconds,
            @Descriptor("what to do, in braces") Function commands) {
        Client client = targets.client(session);
        client.at(Duration.ofNanos((long) (seconds * 1e9)), () -> collect(session, commands));
    }

    private static void collect(CommandSession session, Function commands) {
        session.put(COLLECTING, true);
        try {
            commands.execute(session, List.of());
        } catch (RuntimeException failed) {
            throw failed;
        } catch (Exception failed) {
            throw new IllegalStateException(failed.getMessage(), failed);
        } finally {
            session.put(COLLECTING, null);
        }
    }

    /** Ends all nodes. */
    @Descriptor("ends all nodes of all clients and makes the default groups again")
    public void freeall(
            CommandSession session,
            @Descriptor("ends only what is in the own default group")
                    @Parameter(
                            names = {"-o", "--own"},
                            presentValue = "true",
                            absentValue = "false")
                    boolean own) {
        Client client = targets.client(session);
        (own ? client.freeAll() : client.server().freeAll()).await();
    }

    /** Empties the schedule. */
    @Descriptor("forgets all bundles that wait for their time")
    public void clearsched(CommandSession session) {
        targets.server(session).clearSchedule().await();
    }
}
