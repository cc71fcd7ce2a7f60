package org.scaena.server.internal;

import java.util.Objects;
import org.scaena.bus.ControlBus;
import org.scaena.catalogue.ControlBusCommands;
import org.scaena.command.CommandSender;
import org.scaena.command.Reply;
import org.scaena.id.IdRange;
import org.scaena.node.ControlValue;
import org.scaena.node.ControlValues;
import org.scaena.node.Node;

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
        ControlBusCommands.setSliced(index() + channel, values)
                .forEach(command -> sender.send(command.message()));
    }

    @Override
    public void fill(float value) {
        requireInUse();
        sender.send(ControlBusCommands.fill(index(), numChannels(), value).message());
    }

    @Override
    public Reply<Float> get() {
        requireInUse();
        return sender.request(ControlBusCommands.get(index()));
    }

    @Override
    public Reply<float[]> getn(int channel, int count) {
        requireInUse();
        Objects.checkFromIndexSize(channel, count, numChannels());
        return SlicedFetch.of(
                sender,
                "the values of " + this,
                ControlBusCommands.getSliced(index() + channel, count),
                ControlBusCommands.MOST_VALUES,
                count);
    }

    @Override
    public ControlValue mapping() {
        return new ControlValue.ControlBusMap(index());
    }

    @Override
    public void map(Node node, String control) {
        requireInUse();
        node.set(ControlValues.NONE.mapToControlBuses(control, index(), numChannels()));
    }
}
