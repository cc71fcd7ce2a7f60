package org.scaena.server.internal;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.scaena.command.Reply;
import org.scaena.server.Client;
import org.scaena.server.ServerEvent;
import org.scaena.server.ServerState;
import org.scaena.server.ShutdownReason;

/** Where a server is in its life: changed on the life thread, read by everybody. */
final class LifeState {

    private final Plugins plugins;
    private volatile ServerState state = ServerState.OFFLINE;
    private volatile @Nullable ServerRun run;
    private volatile @Nullable ShutdownReason lastShutdown;
    private volatile Reply<Client> usable = new Reply<>("a running server");

    LifeState(Plugins plugins) {
        this.plugins = plugins;
    }

    ServerState now() {
        return state;
    }

    boolean is(ServerState other) {
        return state == other;
    }

    Optional<ServerRun> run() {
        return Optional.ofNullable(run);
    }

    Optional<ShutdownReason> lastShutdown() {
        return Optional.ofNullable(lastShutdown);
    }

    /** Completes when it is usable; shared by all who wait for that. */
    Reply<Client> usable() {
        return usable;
    }

    void enter(ServerState next) {
        ServerState before = state;
        state = next;
        plugins.event(new ServerEvent.StateChanged(before, next));
    }

    void up(ServerRun up) {
        run = up;
    }

    void gone(ShutdownReason reason) {
        run = null;
        lastShutdown = reason;
        if (usable.isDone()) {
            usable = new Reply<>("a running server");
        }
    }
}
