package org.scaena.server.internal;

import java.util.List;
import java.util.Optional;
import org.scaena.bus.AudioBus;
import org.scaena.bus.Bus;
import org.scaena.bus.ControlBus;
import org.scaena.command.CommandSender;
import org.scaena.id.IdLayout;
import org.scaena.id.IdPool;
import org.scaena.id.IdRange;
import org.scaena.id.Ids;

/** The buses of one login. */
final class Buses {

    private final CommandSender sender;
    private final Ids ids;
    private final Holdings<AudioBus> audio = new Holdings<>();
    private final Holdings<ControlBus> control = new Holdings<>();

    Buses(CommandSender sender, Ids ids) {
        this.sender = sender;
        this.ids = ids;
    }

    AudioBus audio(String owner, Optional<String> key, int numChannels) {
        IdRange taken = ids.audioBuses().allocate(numChannels, owner);
        AudioBus bus = LiveAudioBus.taken(taken, () -> giveBack(taken, audio, ids.audioBuses()));
        audio.add(bus.index(), owner, key, bus);
        return bus;
    }

    ControlBus control(String owner, Optional<String> key, int numChannels) {
        IdRange taken = ids.controlBuses().allocate(numChannels, owner);
        ControlBus bus =
                new LiveControlBus(
                        taken, sender, () -> giveBack(taken, control, ids.controlBuses()));
        control.add(bus.index(), owner, key, bus);
        bus.fill(0);
        return bus;
    }

    AudioBus keyedAudio(String owner, String key, int numChannels) {
        return fitting(
                key,
                numChannels,
                audio.keyed(owner, key, () -> audio(owner, Optional.of(key), numChannels)));
    }

    ControlBus keyedControl(String owner, String key, int numChannels) {
        return fitting(
                key,
                numChannels,
                control.keyed(owner, key, () -> control(owner, Optional.of(key), numChannels)));
    }

    private static <B extends Bus> B fitting(String key, int numChannels, B bus) {
        if (bus.numChannels() != numChannels) {
            throw new IllegalArgumentException(
                    "'%s' is the key of %s already, which has not %d but %d channels"
                            .formatted(key, bus, numChannels, bus.numChannels()));
        }
        return bus;
    }

    private static void giveBack(IdRange taken, Holdings<?> holdings, IdPool pool) {
        holdings.remove(taken.first());
        pool.free(taken);
    }

    AudioBus outputs() {
        return LiveAudioBus.ofHardware(0, ids.layout().numOutputBusChannels());
    }

    AudioBus inputs() {
        IdLayout layout = ids.layout();
        return LiveAudioBus.ofHardware(layout.numOutputBusChannels(), layout.numInputBusChannels());
    }

    /** Gives back all that an owner has. */
    void giveBack(String owner) {
        List<? extends Bus> theirs = audio.of(owner);
        theirs.forEach(Bus::free);
        control.of(owner).forEach(Bus::free);
    }
}
