package org.scaena.server.internal;

import java.util.BitSet;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import org.scaena.osc.OscMessage;
import org.scaena.server.BadSound;
import org.scaena.server.ServerEvent;
import org.scaena.server.ServerEvent.ChannelSilenced;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells people what the guard has silenced, and whom it suspects. */
final class GuardReports {

    /** What the synths send: their id, their bus, whether they silence it, and the reasons. */
    private static final String ADDRESS = "/scaena/guard";

    private static final Logger LOG = LoggerFactory.getLogger(GuardReports.class);

    private final Life life;
    private final BitSet silenced = new BitSet();

    GuardReports(Life life) {
        this.life = life;
    }

    /** A server is up; one that was taken over tells of what is silent then, when it changes. */
    synchronized void begin() {
        silenced.clear();
    }

    /** Hears every message of a server, on the event thread. */
    void heard(OscMessage message) {
        if (message.address().equals(ADDRESS) && message.size() == 6) {
            life.guard()
                    .channelOf(message.intAt(0))
                    .ifPresent(channel -> changed(channel, message));
        }
    }

    private void changed(int channel, OscMessage message) {
        boolean silent = message.floatAt(2) > 0;
        synchronized (this) {
            if (silenced.get(channel) == silent) {
                return; // a guard that has just begun says that all is well
            }
            silenced.set(channel, silent);
        }
        if (silent) {
            BadSound why = why(message);
            life.state().run().ifPresent(run -> look(run, channel, why));
        } else {
            LOG.info("server '{}': output channel {} sounds again", name(), channel);
            life.plugins().event(new ServerEvent.ChannelSounds(channel));
        }
    }

    private void look(ServerRun run, int channel, BadSound why) {
        try {
            life.threads().plugins().execute(() -> tell(run, channel, why));
        } catch (RejectedExecutionException closed) {
            LOG.debug("server '{}' has ended", name());
        }
    }

    private static BadSound why(OscMessage message) {
        return switch (Math.round(message.floatAt(3))) {
            case 1 -> BadSound.NOT_A_NUMBER;
            case 2 -> BadSound.INFINITE;
            default -> message.floatAt(4) > 0 ? BadSound.TOO_LOUD : BadSound.OFFSET;
        };
    }

    private void tell(ServerRun run, int channel, BadSound why) {
        Optional<Suspect> suspect = new Suspicion(run, life.newest()).of(why);
        String message =
                "output channel %d is silenced, for %s was on it: %s"
                        .formatted(
                                channel,
                                words(why),
                                suspect.map(Suspect::words).orElse("no synth is known to play"));
        LOG.warn("server '{}': {}", name(), message);
        life.plugins()
                .event(
                        new ChannelSilenced(
                                channel,
                                why,
                                Suspect.id(suspect),
                                suspect.filter(Suspect::proved).isPresent(),
                                message));
    }

    private static String words(BadSound why) {
        return switch (why) {
            case NOT_A_NUMBER -> "what is no number";
            case INFINITE -> "infinity";
            case TOO_LOUD -> "what is far too loud";
            case OFFSET -> "a constant offset";
        };
    }

    private String name() {
        return life.settings().name();
    }
}
