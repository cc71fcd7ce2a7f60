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
    private final BootAttempts attempts;
    private volatile @Nullable Future<?> booting;
    private @Nullable Attempt waiting;

    /** A boot that is tried until there is an audio system. */
    private record Attempt(Function<Boot, ServerRun> way, Reply<Client> reply, long begin) {}

    WayUp(Life life) {
        this.life = life;
        this.state = life.state();
        this.attempts = new BootAttempts(life);
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

    BootAttempts attempts() {
        return attempts;
    }

    /** Interrupts a boot that is under way; nothing is repeated. */
    void cancel() {
        attempts.cancel();
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
        if (waiting != null) {
            Replies.hand(state.usable(), reply);
            return;
        }
        state.enter(ServerState.BOOTING);
        life.watch().begin();
        attempt(new Attempt(way, reply, System.nanoTime()));
    }

    private void attempt(Attempt attempt) {
        Attempt before = waiting;
        waiting = null;
        try {
            ServerRun up = attempts.run(attempt.way());
            isUp(up, Duration.ofNanos(System.nanoTime() - attempt.begin()));
            life.thread().answer(attempt.reply(), up.hostClient());
            if (life.settings().startupSound() && !up.wasTakenOver()) {
                up.session().send(Blip.at(Instant.now()));
            }
        } catch (AudioMissingException missing) {
            if (!life.settings().awaitsAudio()) {
                failed(attempt, missing);
                return;
            }
            waiting = attempt;
            if (before == null) {
                life.progress("waits for the audio system: " + missing.getMessage());
            }
        } catch (RuntimeException failed) {
            failed(attempt, failed);
        }
    }

    private void failed(Attempt attempt, RuntimeException failed) {
        notUp(failed);
        life.thread().refuse(attempt.reply(), failed);
    }

    /** Once a second: boots if the audio system or the module that is missing has come. */
    void look() {
        Attempt attempt = waiting;
        Function<Boot, ServerRun> due = attempts.due();
        if (attempt != null) {
            attempt(attempt);
        } else if (due != null) {
            start(due, new Reply<>("a boot"));
        }
    }

    /** Whether a boot is due as soon as something is there. */
    boolean isWaiting() {
        return waiting != null || attempts.owes();
    }

    /** Waits for no audio system any more. */
    void giveUp() {
        Attempt attempt = waiting;
        waiting = null;
        if (attempt != null) {
            state.gone(ShutdownReason.ASKED);
            state.enter(ServerState.OFFLINE);
            life.thread().refuse(attempt.reply(), new NotRunningException("it was asked to end"));
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
        life.overload().begin();
        up.process()
                .ifPresent(process -> process.exit().thenAccept(exit -> life.wayDown().exited(up)));
        life.bookkeeper().changed();
        state.enter(ServerState.RUNNING);
        life.publication().open(up.client());
        life.whileUp().activate(up);
        life.whileUp().expectAbsent(up);
        Login login = up.client().login();
        double sampleRate = up.status().nominalSampleRate();
        LOG.info("server '{}' runs after {} ms", life.settings().name(), took.toMillis());
        life.plugins()
                .event(
                        new ServerEvent.Running(
                                login.clientId(), login.maxLogins(), sampleRate, took));
        life.hardware().begin(up);
        up.process().ifPresent(life.whileUp()::watchMemory);
        life.bookkeeper().broughtBack();
        life.recovery().begin(up);
        life.thread().answer(state.usable(), up.hostClient());
    }
}
