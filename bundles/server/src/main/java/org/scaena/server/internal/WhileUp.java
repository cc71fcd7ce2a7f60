package org.scaena.server.internal;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.ServiceReference;
import org.scaena.command.Done;
import org.scaena.command.Reply;
import org.scaena.process.Ending;
import org.scaena.process.ManagedProcess;
import org.scaena.server.ClientActivator;
import org.scaena.server.HookRun;
import org.scaena.server.InitHook;
import org.scaena.server.ServerEvent;
import org.scaena.server.ServerState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What happens to a server while it is up: clearing, hooks and clients that come, silence. */
final class WhileUp {

    private static final Logger LOG = LoggerFactory.getLogger(WhileUp.class);

    private static final Duration GRACE = Duration.ofSeconds(1);

    private final Life life;

    WhileUp(Life life) {
        this.life = life;
    }

    Reply<Done> freeAll() {
        return life.thread()
                .ask(
                        "freeAll",
                        up -> {
                            life.preparation().clearAll(up.client());
                            return Done.DONE;
                        });
    }

    Reply<Done> freeAll(LiveClient login) {
        return life.thread()
                .ask(
                        "freeAll of client " + login.login().clientId(),
                        up -> {
                            life.preparation().clearOwn(login, up.client());
                            return Done.DONE;
                        });
    }

    Reply<List<HookRun>> runHooks() {
        return life.thread().ask("the hooks", up -> life.preparation().hooks(up.client()));
    }

    void hookCame(ServiceReference<InitHook> late) {
        life.thread().whileRunning(up -> life.plugins().hooks().catchUp(late, up.client()));
    }

    void activatorCame() {
        life.thread().whileRunning(this::activate);
    }

    /** Logs in all clients that have no login yet. */
    void activate(ServerRun up) {
        life.plugins().activations().activate(new PluggingIn(life, up));
        life.bookkeeper().changed();
    }

    /** Those that had logins before have a while from now on to come back. */
    void expectAbsent(ServerRun up) {
        life.threads()
                .life()
                .schedule(() -> endAbsent(up), Claims.LATECOMERS.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void endAbsent(ServerRun up) {
        if (life.state().run().orElse(null) == up) {
            PluggingIn way = new PluggingIn(life, up);
            life.plugins().activations().takeAbsent().forEach(way::end);
            life.bookkeeper().changed();
        }
    }

    void activatorGone(ServiceReference<ClientActivator> gone) {
        Activations activations = life.plugins().activations();
        activations.remove(gone);
        life.thread()
                .whileRunning(
                        up -> {
                            if (life.isHostEnding()) {
                                activations.tellEnd(gone); // the server ends, too, or plays on
                            } else {
                                activations.part(gone, new PluggingIn(life, up));
                                life.bookkeeper().changed();
                            }
                        });
    }

    /** A bundle does not come back. */
    void uninstalled(String owner) {
        life.thread()
                .whileRunning(
                        up -> {
                            life.plugins().activations().uninstalled(owner);
                            life.bookkeeper().changed();
                        });
    }

    void unresponsive(ServerRun up) {
        LifeState state = life.state();
        if (state.run().orElse(null) == up && state.is(ServerState.RUNNING)) {
            LOG.warn("server '{}' does not answer", life.settings().name());
            state.enter(ServerState.UNRESPONSIVE);
        }
    }

    /**
     * It is ended if it is ours, and brought back once its audio system answers: which of the two
     * it was that hung is seen only then.
     */
    void hangs(ServerRun up) {
        if (life.recovery().isOn()) {
            up.process().ifPresent(process -> process.end(Ending.unresponsive(GRACE)));
        }
    }

    /** Hands on that a process has come to hold much; the process bundle has written it down. */
    void watchMemory(ManagedProcess process) {
        process.listenToMemory(
                use ->
                        life.plugins()
                                .event(
                                        new ServerEvent.MemoryGrew(
                                                use.residentBytes(), use.limitBytes())));
    }

    void responsive(ServerRun up) {
        LifeState state = life.state();
        if (state.is(ServerState.UNRESPONSIVE)) {
            life.thread()
                    .whileRunning(
                            same -> {
                                if (same == up && state.is(ServerState.UNRESPONSIVE)) {
                                    LOG.info("server '{}' answers again", life.settings().name());
                                    state.enter(ServerState.RUNNING);
                                }
                            });
        }
    }
}
