package org.scaena.server.internal;

import java.util.Objects;
import org.scaena.bus.ControlBus;
import org.scaena.command.Command;
import org.scaena.command.CommandSender;
import org.scaena.command.Reply;
import org.scaena.command.ReplyKey;
import org.scaena.id.IdRange;
import org.scaena.node.ControlValue;
import org.scaena.node.Node;
import org.scaena.osc.OscMessage;

/** Control buses of an owner. */
final class LiveControlBus extends LiveBus implements ControlBus {

    private final CommandSender sender;

    LiveControlBus(IdRange ids, CommandSender sender, Runnable giveBack) {
        super(ids, giveBack);
        this.sender = sender;
    }

    @Override
    String rate() {
        return "control";
    }

    @Override
    public void setAt(int channel, float... values) {
        requireInUse();
        Objects.checkFromIndexSize(channel, values.length, numChannels());
        for (Slice slice : Slice.of(channel, values.length)) {
            sender.send(
                    Floats.message(
                            "/c_setn",
                            values,
                            slice.first() - channel,
                            slice.count(),
                            index() + slice.first(),
                            slice.count()));
        }
    }

    @Override
    public void fill(float value) {
        requireInUse();
        sender.send(OscMessage.of("/c_fill", index(), numChannels(), value));
    }

    @Override
    public Reply<Float> get() {
        return Replies.map(getn(0, 1), values -> values[0]);
    }

    @Override
    public Reply<float[]> getn(int channel, int count) {
        requireInUse();
        Objects.checkFromIndexSize(channel, count, numChannels());
        return SlicedFetch.of(
                "values of " + this,
                Slice.of(channel, count),
                slice -> sender.request(values(index() + slice.first(), slice.count())));
    }

    private static Command<float[]> values(int first, int count) {
        return Command.answered(
                OscMessage.of("/c_getn", first, count),
                ReplyKey.of("/c_setn", first, count),
                reply -> Floats.of(reply, 2));
    }

    @Override
    public ControlValue mapping() {
        return new ControlValue.ControlBusMap(index());
    }

    @Override
    public void map(Node node, String control) {
        requireInUse();
        node.sender().send(OscMessage.of("/n_mapn", node.id(), control, index(), numChannels()));
    }
}
