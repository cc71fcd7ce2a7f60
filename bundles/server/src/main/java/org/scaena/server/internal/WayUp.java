package org.scaena.server.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.scaena.command.NotRunningException;
import org.scaena.command.Reply;
import org.scaena.server.Client;
import org.scaena.server.ServerEvent;
import org.scaena.server.ServerState;
import org.scaena.server.ShutdownReason;
import org.scaena.server.TooManyClientsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How a server becomes usable; on the life thread. */
final class WayUp {

    private static final Logger LOG = LoggerFactory.getLogger(WayUp.class);

    private final Life life;
    private final LifeState state;
    private volatile @Nullable Future<?> booting;

    WayUp(Life life) {
        this.life = life;
        this.state = life.state();
    }

    /** Boots, or joins, in its turn; done already if the server runs. */
    Reply<Client> start(Function<Boot, ServerRun> way) {
        Reply<Client> reply = new Reply<>("the boot of server '" + life.settings().name() + "'");
        try {
            booting = life.thread().run(() -> start(way, reply));
        } catch (RejectedExecutionException closed) {
            reply.completeExceptionally(new NotRunningException("the host is stopping"));
        }
        return reply;
    }

    /** Interrupts a boot that is under way. */
    void cancel() {
        Future<?> boot = booting;
        if (state.is(ServerState.BOOTING) && boot != null) {
            boot.cancel(true);
        }
        if (state.is(ServerState.RECOVERING)) {
            life.recovery().cancel();
        }
    }

    /** Starts a server that is as the one that has ended. */
    ServerRun again() {
        long begin = System.nanoTime();
        try {
            ServerRun up = new Boot(life).again();
            isUp(up, Duration.ofNanos(System.nanoTime() - begin));
            return up;
        } catch (RuntimeException failed) {
            life.progress("could not be brought back: " + failed.getMessage());
            throw failed;
        }
    }

    /** The same, now. */
    void start(Function<Boot, ServerRun> way, Reply<Client> reply) {
        ServerRun already = state.run().orElse(null);
        if (already != null) {
            life.thread().answer(reply, already.hostClient());
            return;
        }
        if (state.is(ServerState.RECOVERING)) {
            Replies.hand(state.usable(), reply);
            life.recovery().hurry();
            return;
        }
        long begin = System.nanoTime();
        state.enter(ServerState.BOOTING);
        try {
            ServerRun up = way.apply(new Boot(life));
            isUp(up, Duration.ofNanos(System.nanoTime() - begin));
            life.thread().answer(reply, up.hostClient());
            if (life.settings().startupSound() && !up.wasTakenOver()) {
                up.session().send(Blip.at(Instant.now()));
            }
        } catch (RuntimeException failed) {
            notUp(failed);
            life.thread().refuse(reply, failed);
        }
    }

    private void notUp(RuntimeException failed) {
        state.gone(
                failed instanceof TooManyClientsException
                        ? ShutdownReason.TOO_MANY_CLIENTS
                        : ShutdownReason.BOOT_FAILED);
        life.audio().close();
        state.enter(ServerState.OFFLINE);
        String why = String.valueOf(failed.getMessage());
        LOG.error("server '{}' could not boot: {}", life.settings().name(), why);
        LOG.debug("where", failed);
        life.plugins().event(new ServerEvent.BootFailed(why));
    }

    private void isUp(ServerRun up, Duration took) {
        state.up(up);
        up.process()
                .ifPresent(process -> process.exit().thenAccept(exit -> life.wayDown().exited(up)));
        life.bookkeeper().changed();
        state.enter(ServerState.RUNNING);
        life.publication().open(up.client());
        life.whileUp().activate(up);
        Login login = up.client().login();
        double sampleRate = up.status().nominalSampleRate();
        LOG.info("server '{}' runs after {} ms", life.settings().name(), took.toMillis());
        life.plugins()
                .event(
                        new ServerEvent.Running(
                                login.clientId(), login.maxLogins(), sampleRate, took));
        life.bookkeeper().broughtBack();
        life.recovery().begin(up);
        life.thread().answer(state.usable(), up.hostClient());
    }
}
