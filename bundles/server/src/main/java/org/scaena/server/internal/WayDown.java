package org.scaena.server.internal;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.scaena.command.Done;
import org.scaena.command.Reply;
import org.scaena.process.ExitCause;
import org.scaena.process.ManagedProcess;
import org.scaena.process.ProcessExit;
import org.scaena.server.ServerEvent;
import org.scaena.server.ServerState;
import org.scaena.server.ShutdownReason;
import org.scaena.synthdef.RegisteredSynthDef;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How a server goes, asked or unasked; on the life thread. */
final class WayDown {

    private static final Logger LOG = LoggerFactory.getLogger(WayDown.class);

    private static final Duration LEAVE_LIMIT = Duration.ofSeconds(8);

    /** HUP, INT, KILL and TERM: somebody has sent them. */
    private static final Set<Integer> FROM_OUTSIDE = Set.of(1, 2, 9, 15);

    private final Life life;
    private final LifeState state;

    WayDown(Life life) {
        this.life = life;
        this.state = life.state();
    }

    /** Ends or leaves what runs; sends nothing if nothing runs. */
    Reply<Done> quit(Consumer<ServerRun> farewell) {
        Reply<Done> reply = new Reply<>("the end of server '" + life.settings().name() + "'");
        life.wayUp().cancel();
        try {
            life.thread()
                    .run(
                            () -> {
                                end(farewell);
                                life.audio().close();
                                life.thread().answer(reply, Done.DONE);
                            });
        } catch (RejectedExecutionException closed) {
            reply.complete(Done.DONE);
        }
        return reply;
    }

    /** The same, now; the audio system stays. */
    void end(Consumer<ServerRun> farewell) {
        life.recovery().end();
        life.wayUp().giveUp();
        ServerRun up = state.run().orElse(null);
        if (up != null) {
            state.enter(ServerState.QUITTING);
            life.plugins().hooks().run(HookPhase.QUIT, up.client());
            life.plugins().activations().end();
            life.publication().close();
            farewell.accept(up);
            forget(up, ShutdownReason.ASKED, "as asked");
            life.bookkeeper().forget();
        } else if (state.is(ServerState.RECOVERING)) {
            life.bookkeeper().forget();
            state.enter(ServerState.OFFLINE);
        }
    }

    /** The port of the server is closed: the end, unless its process tells us more. */
    void peerGone() {
        life.thread()
                .whileRunning(
                        up -> {
                            if (!up.isOwned()) {
                                forget(up, ShutdownReason.BY_ANOTHER_CLIENT, "its port is closed");
                            }
                        });
    }

    /** A process of ours has ended, asked or unasked. */
    void exited(ServerRun up) {
        life.thread()
                .whileRunning(
                        now -> {
                            if (now == up) {
                                noticeEnd();
                            }
                        });
    }

    /** Draws the conclusion if the process of the server has ended unasked; now. */
    void noticeEnd() {
        state.run()
                .ifPresent(
                        up ->
                                up.process()
                                        .map(ManagedProcess::exit)
                                        .filter(
                                                exit ->
                                                        exit.isDone()
                                                                && !exit.isCompletedExceptionally())
                                        .ifPresent(exit -> ended(up, exit.await())));
    }

    /** A process of ours has ended: if it crashed, some definition may have done it twice now. */
    void crashed(ProcessExit exit) {
        boolean itself = exit.signal().stream().noneMatch(FROM_OUTSIDE::contains);
        if (exit.cause() == ExitCause.CRASHED && itself) {
            life.definitions()
                    .crashed(life.settings().continuity().goodUptime())
                    .ifPresent(this::quarantined);
        }
    }

    private void quarantined(RegisteredSynthDef culprit) {
        LOG.error(
                "server '{}': definition '{}' of {} has crashed it twice and is not sent any more"
                        + " until it changes",
                life.settings().name(),
                culprit.name(),
                culprit.owner());
        life.plugins().event(new ServerEvent.Quarantined(culprit.name(), culprit.owner()));
    }

    private void ended(ServerRun up, ProcessExit exit) {
        crashed(exit);
        boolean byOurs = exit.cause() == ExitCause.ASKED;
        if (byOurs) {
            life.recovery().end(); // another server of this host has asked for it
        }
        forget(
                up,
                byOurs ? ShutdownReason.BY_ANOTHER_CLIENT : Farewell.reason(exit.cause()),
                "scsynth %s: %s"
                        .formatted(exit.description(), String.join(" / ", exit.lastLines())));
    }

    /** Leaves what runs as it is, for whoever comes after this; blocks. */
    void leave() {
        life.wayUp().attempts().leave();
        life.wayUp().cancel();
        try {
            Patience.isDoneWithin(life.thread().run(this::leaveNow), LEAVE_LIMIT);
        } catch (RejectedExecutionException closed) {
            LOG.debug("server '{}' was left before", life.settings().name());
        }
    }

    private void leaveNow() {
        life.recovery().end();
        life.wayUp().giveUp();
        state.run()
                .ifPresent(
                        up -> {
                            LOG.info("server '{}' plays on", life.settings().name());
                            life.publication().close();
                            life.plugins().activations().tellEnd();
                            life.bookkeeper().changed();
                            life.bookkeeper().close();
                            life.plugins().activations().leave();
                            up.abandon();
                        });
        life.audio().leave();
    }

    private void forget(ServerRun up, ShutdownReason reason, String message) {
        boolean comesBack = life.recovery().isOn();
        if (reason == ShutdownReason.ASKED) {
            life.blackBox().forget();
        } else {
            life.blackBox().ended();
        }
        life.bookkeeper().gone(up);
        state.gone(reason);
        up.close();
        life.plugins().activations().leave();
        LOG.info("server '{}' is gone ({}): {}", life.settings().name(), reason, message);
        if (comesBack) {
            life.publication().closeSoon();
            state.enter(ServerState.RECOVERING);
        } else {
            life.publication().close();
            state.enter(ServerState.OFFLINE);
        }
        life.plugins().event(new ServerEvent.Gone(reason, message));
    }
}
