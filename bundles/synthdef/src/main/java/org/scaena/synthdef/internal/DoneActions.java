package org.scaena.synthdef.internal;

import java.util.List;
import java.util.Map;

/** Which units have a done action, at which input, and how the actions are called. */
final class DoneActions {

    private static final List<String> NAMES =
            List.of(
                    "none",
                    "pauseSelf",
                    "freeSelf",
                    "freeSelfAndPrev",
                    "freeSelfAndNext",
                    "freeSelfAndFreeAllInPrev",
                    "freeSelfAndFreeAllInNext",
                    "freeSelfToHead",
                    "freeSelfToTail",
                    "freeSelfPausePrev",
                    "freeSelfPauseNext",
                    "freeSelfAndDeepFreePrev",
                    "freeSelfAndDeepFreeNext",
                    "freeAllInGroup",
                    "freeGroup",
                    "freeSelfResumeNext");

    /** The index of the input, or −1 − the action of units that have but one. */
    private static final Map<String, Integer> UNITS =
            Map.ofEntries(
                    Map.entry("EnvGen", 4),
                    Map.entry("Linen", 4),
                    Map.entry("Line", 3),
                    Map.entry("XLine", 3),
                    Map.entry("PlayBuf", 5),
                    Map.entry("RecordBuf", 7),
                    Map.entry("DemandEnvGen", 9),
                    Map.entry("Duty", 2),
                    Map.entry("TDuty", 2),
                    Map.entry("DetectSilence", 3),
                    Map.entry("FreeSelf", -3),
                    Map.entry("FreeSelfWhenDone", -3),
                    Map.entry("PauseSelf", -2),
                    Map.entry("PauseSelfWhenDone", -2));

    private DoneActions() {}

    static boolean has(String className) {
        return UNITS.containsKey(className);
    }

    /** The input that holds the action; negative if the action is {@link #fixed}. */
    static int input(String className) {
        return UNITS.getOrDefault(className, -1);
    }

    /** The action of a unit that has no input for it. */
    static String fixed(String className) {
        return NAMES.get(-1 - input(className));
    }

    static String name(float number) {
        int action = (int) number;
        return action >= 0 && action < NAMES.size() ? NAMES.get(action) : "action " + action;
    }
}
