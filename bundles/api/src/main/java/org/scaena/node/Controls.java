package org.scaena.node;

/** Begins {@link ControlValues}; made to be imported statically. */
public final class Controls {

    private Controls() {}

    /** A control of this name set to a number. */
    public static ControlValues set(String control, double value) {
        return ControlValues.NONE.set(control, value);
    }

    /** A control of this index set to a number. */
    public static ControlValues set(int control, double value) {
        return ControlValues.NONE.set(control, value);
    }

    /** A control set to several numbers. */
    public static ControlValues set(String control, double first, double second, double... more) {
        return ControlValues.NONE.set(control, first, second, more);
    }

    /** A control read from a control bus. */
    public static ControlValues mapToControlBus(String control, int bus) {
        return ControlValues.NONE.mapToControlBus(control, bus);
    }

    /** A control read from an audio bus. */
    public static ControlValues mapToAudioBus(String control, int bus) {
        return ControlValues.NONE.mapToAudioBus(control, bus);
    }
}
