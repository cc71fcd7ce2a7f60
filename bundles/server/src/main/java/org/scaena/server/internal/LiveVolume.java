package org.scaena.server.internal;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.scaena.command.Done;
import org.scaena.command.Reply;
import org.scaena.ledger.VolumeEntry;
import org.scaena.node.ControlValues;
import org.scaena.node.Controls;
import org.scaena.node.GroupSnapshot;
import org.scaena.node.NodeState;
import org.scaena.node.SynthSnapshot;
import org.scaena.server.ServerOption;
import org.scaena.server.Volume;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The volume of one server, kept from run to run.
 *
 * <p>While the gain is not 1 a synth scales the output channels in place; with a gain of 1 it is
 * released, and there is none. It is known by its node, so that a cleared tree is noticed.
 */
final class LiveVolume implements Volume {

    private record Scaling(LiveClient client, LiveSynth synth) {
        boolean goesOn(LiveClient now) {
            return client == now && synth.state() != NodeState.ENDED;
        }
    }

    private static final Logger LOG = LoggerFactory.getLogger(LiveVolume.class);

    private final Life life;
    private double db;
    private boolean muted;
    private @Nullable Scaling scaling;

    LiveVolume(Life life) {
        this.life = life;
    }

    @Override
    public synchronized double db() {
        return db;
    }

    @Override
    public synchronized boolean isMuted() {
        return muted;
    }

    @Override
    public Reply<Done> set(double wanted) {
        if (Double.isNaN(wanted)) {
            throw new IllegalArgumentException("the volume must be a number of dB");
        }
        synchronized (this) {
            db = Math.max(MIN_DB, Math.min(MAX_DB, wanted));
        }
        return changed();
    }

    @Override
    public Reply<Done> mute() {
        return muted(true);
    }

    @Override
    public Reply<Done> unmute() {
        return muted(false);
    }

    private Reply<Done> muted(boolean now) {
        synchronized (this) {
            muted = now;
        }
        return changed();
    }

    private Reply<Done> changed() {
        life.bookkeeper().changed();
        ServerRun run = life.state().run().orElse(null);
        if (run == null) {
            return Reply.of(Done.DONE);
        }
        apply(run.client());
        return run.session().sync();
    }

    /** As a ledger keeps it. */
    synchronized VolumeEntry entry() {
        return new VolumeEntry(db, muted);
    }

    /** It is as an earlier host has left it. */
    synchronized void inherit(VolumeEntry before) {
        db = before.decibels();
        muted = before.muted();
    }

    /** The synth of an earlier host, if one plays. */
    synchronized void found(LiveClient client, GroupSnapshot tree) {
        tree.nodes()
                .filter(SynthSnapshot.class::isInstance)
                .map(SynthSnapshot.class::cast)
                .filter(synth -> synth.defName().filter(Definitions::isVolume).isPresent())
                .filter(synth -> client.ids().nodes().owns(synth.id()))
                .flatMap(synth -> client.nodes().node(synth.id()).stream())
                .forEach(synth -> scaling = new Scaling(client, (LiveSynth) synth));
    }

    /** Everything on the server was ended, the synth too. */
    synchronized void lost() {
        scaling = null;
    }

    /** Makes a login's server as loud as it should be; whether a synth scales it. */
    synchronized boolean apply(LiveClient client) {
        int channels = client.options().get(ServerOption.NUM_OUTPUT_BUS_CHANNELS);
        Optional<LiveSynth> synth =
                Optional.ofNullable(scaling).filter(s -> s.goesOn(client)).map(Scaling::synth);
        if (amplitude() == 1 || channels == 0) {
            synth.ifPresent(LiveSynth::release);
            scaling = null;
        } else if (synth.isPresent()) {
            synth.get().set(Controls.set("volumeAmp", amplitude()));
        } else {
            scaling = new Scaling(client, make(client, channels));
        }
        return scaling != null;
    }

    private LiveSynth make(LiveClient client, int channels) {
        ControlValues controls =
                Controls.set("volumeAmp", amplitude())
                        .set("volumeLag", LAG_SECONDS)
                        .set("gate", 1)
                        .set("bus", 0);
        LiveSynth synth =
                client.nodes()
                        .synth(
                                Owners.HOST,
                                Optional.empty(),
                                Definitions.volume(channels),
                                controls,
                                life.settings().volumeScope().placement(client, life.guard()));
        synth.started().exceptionally(refused -> unheard(refused, synth));
        return synth;
    }

    private static LiveSynth unheard(Throwable refused, LiveSynth synth) {
        LOG.warn("the volume has no effect: {}", refused.getMessage());
        return synth;
    }
}
