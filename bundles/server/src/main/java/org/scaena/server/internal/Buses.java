package org.scaena.server.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.scaena.bus.AudioBus;
import org.scaena.bus.Bus;
import org.scaena.bus.ControlBus;
import org.scaena.command.CommandSender;
import org.scaena.id.IdLayout;
import org.scaena.id.IdLoan;
import org.scaena.id.IdPool;
import org.scaena.id.IdRange;
import org.scaena.id.Ids;
import org.scaena.ledger.BusEntry;
import org.scaena.server.internal.Holdings.Part;

/** The buses of one login: taken, found by their keys, given back. */
final class Buses {

    private static final String AUDIO = "audio";
    private static final String CONTROL = "control";

    private final CommandSender sender;
    private final Ids ids;
    private final Runnable changed;
    private final Holdings<AudioBus> audio = new Holdings<>();
    private final Holdings<LiveControlBus> control = new Holdings<>();

    /**
     * The buses of a login, none yet.
     *
     * @param changed told when a ledger should know something new
     */
    Buses(CommandSender sender, Ids ids, Runnable changed) {
        this.sender = sender;
        this.ids = ids;
        this.changed = changed;
    }

    AudioBus audio(String owner, Optional<String> key, int numChannels) {
        AudioBus bus = audioBus(ids.audioBuses().allocate(numChannels, owner));
        audio.add(bus.index(), owner, key, bus);
        changed.run();
        return bus;
    }

    private AudioBus audioBus(IdRange taken) {
        return LiveAudioBus.taken(taken, () -> giveBack(taken, audio, ids.audioBuses()));
    }

    ControlBus control(String owner, Optional<String> key, int numChannels) {
        return newControl(owner, key, numChannels);
    }

    private LiveControlBus newControl(String owner, Optional<String> key, int numChannels) {
        LiveControlBus bus = controlBus(ids.controlBuses().allocate(numChannels, owner));
        control.add(bus.index(), owner, key, bus);
        bus.fill(0);
        return bus;
    }

    private LiveControlBus controlBus(IdRange taken) {
        return new LiveControlBus(
                taken, sender, changed, () -> giveBack(taken, control, ids.controlBuses()));
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
                control.keyed(owner, key, () -> newControl(owner, Optional.of(key), numChannels)));
    }

    private static <B extends Bus> B fitting(String key, int numChannels, B bus) {
        if (bus.numChannels() != numChannels) {
            throw new IllegalArgumentException(
                    "'%s' is the key of %s already, which has not %d but %d channels"
                            .formatted(key, bus, numChannels, bus.numChannels()));
        }
        return bus;
    }

    private void giveBack(IdRange taken, Holdings<?> holdings, IdPool pool) {
        holdings.remove(taken.first());
        pool.free(taken);
        changed.run();
    }

    AudioBus outputs() {
        return LiveAudioBus.ofHardware(0, ids.layout().numOutputBusChannels());
    }

    AudioBus inputs() {
        IdLayout layout = ids.layout();
        return LiveAudioBus.ofHardware(layout.numOutputBusChannels(), layout.numInputBusChannels());
    }

    /** Those with keys, as a ledger keeps them. */
    List<BusEntry> entries() {
        List<BusEntry> entries = new ArrayList<>();
        audio.keyed()
                .map(
                        held ->
                                new BusEntry(
                                        held.owner(),
                                        held.key().orElseThrow(),
                                        AUDIO,
                                        held.thing().ids(),
                                        List.of()))
                .forEach(entries::add);
        control.keyed()
                .map(
                        held ->
                                new BusEntry(
                                        held.owner(),
                                        held.key().orElseThrow(),
                                        CONTROL,
                                        held.thing().ids(),
                                        held.thing().values()))
                .forEach(entries::add);
        return entries;
    }

    /** Takes the same numbers with the same values on a new server, for the owner to claim. */
    boolean takeAgain(BusEntry entry) {
        IdLoan loan = new IdLoan(entry.channels(), entry.owner());
        IdPool pool = entry.rate().equals(AUDIO) ? ids.audioBuses() : ids.controlBuses();
        if (!pool.restore(loan)) {
            return false;
        }
        if (found(entry.rate(), loan, Optional.of(entry)) instanceof LiveControlBus bus) {
            float[] values = new float[bus.numChannels()];
            for (int channel = 0;
                    channel < Math.min(values.length, entry.values().size());
                    channel++) {
                values[channel] = entry.values().get(channel);
            }
            bus.set(values);
        }
        return true;
    }

    /** Buses that an earlier host has taken, for their owner to claim; the numbers are on loan. */
    void found(List<BusEntry> entries) {
        for (IdLoan loan : ids.audioBuses().loans()) {
            found(AUDIO, loan, entry(entries, AUDIO, loan));
        }
        for (IdLoan loan : ids.controlBuses().loans()) {
            found(CONTROL, loan, entry(entries, CONTROL, loan));
        }
    }

    private static Optional<BusEntry> entry(List<BusEntry> entries, String rate, IdLoan loan) {
        return entries.stream()
                .filter(entry -> entry.rate().equals(rate))
                .filter(entry -> entry.channels().equals(loan.range()))
                .findFirst();
    }

    private Bus found(String rate, IdLoan loan, Optional<BusEntry> entry) {
        Optional<String> key = entry.map(BusEntry::key);
        if (rate.equals(AUDIO)) {
            AudioBus bus = audioBus(loan.range());
            audio.addUnclaimed(bus.index(), loan.owner(), key, bus);
            return bus;
        }
        LiveControlBus bus = controlBus(loan.range());
        entry.ifPresent(known -> bus.found(known.values()));
        control.addUnclaimed(bus.index(), loan.owner(), key, bus);
        return bus;
    }

    Holdings<AudioBus> audioHoldings() {
        return audio;
    }

    Holdings<LiveControlBus> controlHoldings() {
        return control;
    }

    /** What an owner is to lose; nobody finds it by its key any more. */
    List<Bus> take(String owner, Part part) {
        List<Bus> taken = new ArrayList<>(audio.take(owner, part));
        taken.addAll(control.take(owner, part));
        return taken;
    }
}
