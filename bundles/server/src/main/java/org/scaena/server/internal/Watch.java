package org.scaena.server.internal;

import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.scaena.catalogue.ServerCommands;
import org.scaena.command.Reply;
import org.scaena.server.ServerState;
import org.scaena.server.ServerStatus;

/** Asks a server once a second whether it still answers; confined to the life thread. */
final class Watch {

    /** How many answers may be missing before a server counts as unresponsive. */
    private static final int ALLOWED_MISSES = 2;

    private final Life life;
    private @Nullable Future<ServerStatus> open;
    private @Nullable Future<?> ticks;
    private int misses;

    Watch(Life life) {
        this.life = life;
    }

    /** A server is to come up: it is looked at until it is off. */
    void begin() {
        if (ticks == null) {
            ticks =
                    life.threads()
                            .life()
                            .scheduleWithFixedDelay(this::tick, 1, 1, TimeUnit.SECONDS);
        }
    }

    private void tick() {
        life.recovery().look();
        ServerRun run = life.state().run().orElse(null);
        if (run == null) {
            open = null;
            misses = 0;
            life.wayUp().look();
            if (life.state().is(ServerState.OFFLINE)
                    && !life.recovery().isOn()
                    && !life.wayUp().isWaiting()) {
                end();
            }
            return;
        }
        life.guard().look(run);
        life.blackBox().tick(run);
        boolean missed = open != null && !open.isDone();
        misses = missed ? misses + 1 : 0;
        if (misses > ALLOWED_MISSES) {
            life.whileUp().unresponsive(run);
        }
        if (misses >= life.settings().continuity().hang().toSeconds()) {
            life.whileUp().hangs(run);
        }
        Reply<ServerStatus> asked = run.session().request(ServerCommands.status());
        asked.thenAccept(
                status -> {
                    life.overload().heard(status);
                    run.tree().counted(status.numSynths(), status.numGroups());
                    life.whileUp().responsive(run);
                });
        open = asked;
    }

    private void end() {
        Future<?> now = ticks;
        ticks = null;
        if (now != null) {
            now.cancel(false);
        }
    }
}
