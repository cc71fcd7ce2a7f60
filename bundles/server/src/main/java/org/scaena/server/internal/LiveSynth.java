package org.scaena.server.internal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.scaena.catalogue.SynthCommands;
import org.scaena.command.CommandSender;
import org.scaena.command.Reply;
import org.scaena.node.Controls;
import org.scaena.node.NodeTree;
import org.scaena.node.Synth;
import org.scaena.node.SynthSnapshot;

/** A synth that was asked for here, or that is known from the tree. */
final class LiveSynth extends LiveNode implements Synth {

    private final String defName;
    private final Reply<Synth> started;

    LiveSynth(int id, String defName, CommandSender sender, NodeTree tree) {
        super(id, sender, tree);
        this.defName = defName;
        this.started = new Reply<>("/s_new " + defName + " " + id);
    }

    @Override
    public String defName() {
        return defName;
    }

    @Override
    public SynthSnapshot snapshot() {
        return tree().snapshot(id())
                .filter(SynthSnapshot.class::isInstance)
                .map(SynthSnapshot.class::cast)
                .orElseGet(() -> new SynthSnapshot(id(), state(), Optional.of(defName), List.of()));
    }

    @Override
    public Reply<Synth> started() {
        return started;
    }

    @Override
    public void release() {
        set(Controls.set("gate", 0));
    }

    /** An envelope reads a gate below −1 as "release within −1 − gate seconds"; −1 is at once. */
    @Override
    public void release(Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("a release can't take " + time);
        }
        set(Controls.set("gate", -1 - time.toNanos() / 1e9));
    }

    @Override
    public Reply<Float> get(String control) {
        return sender().request(SynthCommands.get(id(), control));
    }

    @Override
    public Reply<Float> get(int control) {
        return sender().request(SynthCommands.get(id(), control));
    }

    @Override
    public Reply<float[]> getn(String control, int count) {
        return sender().request(SynthCommands.getRange(id(), control, count));
    }

    @Override
    public Reply<float[]> getn(int control, int count) {
        return sender().request(SynthCommands.getRange(id(), control, count));
    }

    @Override
    void went() {
        started.complete(this);
    }

    @Override
    Reply<Synth> asked() {
        return started;
    }
}
