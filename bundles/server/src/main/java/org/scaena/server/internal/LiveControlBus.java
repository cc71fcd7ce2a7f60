package org.scaena.server.internal;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
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
    private final Runnable changed;
    private final AtomicReferenceArray<Float> values;

    /**
     * Buses that were taken.
     *
     * @param changed told when a value was set
     */
    LiveControlBus(IdRange ids, CommandSender sender, Runnable changed, Runnable giveBack) {
        super(ids, giveBack);
        this.sender = sender;
        this.changed = changed;
        this.values = new AtomicReferenceArray<>(ids.count());
    }

    /** What the channels were last set to from here; 0 at first. */
    List<Float> values() {
        return IntStream.range(0, values.length())
                .mapToObj(channel -> Objects.requireNonNullElse(values.get(channel), 0f))
                .toList();
    }

    /** They have these values already. */
    void found(List<Float> now) {
        for (int channel = 0; channel < Math.min(now.size(), values.length()); channel++) {
            values.set(channel, now.get(channel));
        }
    }

    @Override
    String rate() {
        return "control";
    }

    @Override
    public void setAt(int channel, float... values) {
        requireInUse();
        Objects.checkFromIndexSize(channel, values.length, numChannels());
        for (int i = 0; i < values.length; i++) {
            this.values.set(channel + i, values[i]);
        }
        ControlBusCommands.setSliced(index() + channel, values)
                .forEach(command -> sender.send(command.message()));
        changed.run();
    }

    @Override
    public void fill(float value) {
        requireInUse();
        for (int channel = 0; channel < numChannels(); channel++) {
            values.set(channel, value);
        }
        sender.send(ControlBusCommands.fill(index(), numChannels(), value).message());
        changed.run();
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
