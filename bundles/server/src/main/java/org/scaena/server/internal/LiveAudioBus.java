package org.scaena.server.internal;

import org.scaena.bus.AudioBus;
import org.scaena.id.IdRange;
import org.scaena.node.ControlValue;
import org.scaena.node.ControlValues;
import org.scaena.node.Node;

/** Audio buses: an owner's private ones, or the hardware's. */
final class LiveAudioBus extends LiveBus implements AudioBus {

    private final boolean hardware;

    private LiveAudioBus(IdRange ids, boolean hardware, Runnable giveBack) {
        super(ids, giveBack);
        this.hardware = hardware;
    }

    /** Private buses that were just taken. */
    static LiveAudioBus taken(IdRange ids, Runnable giveBack) {
        return new LiveAudioBus(ids, false, giveBack);
    }

    /** Outputs or inputs; nobody owns them. */
    static LiveAudioBus ofHardware(int first, int count) {
        return new LiveAudioBus(new IdRange(first, count), true, () -> {});
    }

    @Override
    String rate() {
        return "audio";
    }

    @Override
    public boolean isHardware() {
        return hardware;
    }

    @Override
    public ControlValue mapping() {
        return new ControlValue.AudioBusMap(index());
    }

    @Override
    public void map(Node node, String control) {
        requireInUse();
        node.set(ControlValues.NONE.mapToAudioBuses(control, index(), numChannels()));
    }

    @Override
    public void free() {
        if (!hardware) {
            super.free();
        }
    }
}
