package org.scaena.server.internal;

import java.time.Duration;
import org.scaena.command.Command;
import org.scaena.command.CommandSender;
import org.scaena.command.Reply;
import org.scaena.command.ReplyKey;
import org.scaena.node.Controls;
import org.scaena.node.Synth;
import org.scaena.osc.OscMessage;

/** A synth that was asked for here. */
final class LiveSynth extends LiveNode implements Synth {

    private final String defName;
    private final Reply<Synth> started;

    LiveSynth(int id, String defName, CommandSender sender) {
        super(id, sender);
        this.defName = defName;
        this.started = new Reply<>("/s_new " + defName + " " + id);
    }

    @Override
    public String defName() {
        return defName;
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
        return sender().request(
                        Command.answered(
                                OscMessage.of("/s_get", id(), control),
                                ReplyKey.of("/n_set", id(), control),
                                reply -> reply.floatAt(2)));
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
