package org.scaena.server.internal;

import java.util.List;
import org.scaena.osc.OscBlob;
import org.scaena.osc.OscMessage;
import org.scaena.osc.OscPacket;

/**
 * The kinds of arguments that scsynth's commands take.
 *
 * <p>scsynth reads numbers as int32 or float32 and gets out of step at anything else; a number that
 * is too large for its table means the first entry, or memory that is not its own.
 */
final class Slots {

    private static final int MOST_COUNTED = 65_536;

    static final Slot INT = (m, at, limits) -> whole(m, at, "argument " + at, Integer.MIN_VALUE);
    static final Slot NEW_NODE = (m, at, limits) -> whole(m, at, "node id", -1);
    static final Slot INDEX = (m, at, limits) -> whole(m, at, "index", 0);
    static final Slot FRAMES = (m, at, limits) -> whole(m, at, "frames", -1);
    static final Slot SIZE = (m, at, limits) -> whole(m, at, "size", 1);
    static final Slot COUNT = (m, at, limits) -> whole(m, at, "count", 1, MOST_COUNTED);
    static final Slot BUFFER = (m, at, limits) -> whole(m, at, "buffer", 0, limits.buffers() - 1);
    static final Slot CONTROL_BUS =
            (m, at, limits) -> whole(m, at, "control bus", 0, limits.controlBuses() - 1);

    /** A negative bus unmaps. */
    static final Slot CONTROL_BUS_OR_NONE =
            (m, at, limits) ->
                    whole(m, at, "control bus", Integer.MIN_VALUE, limits.controlBuses() - 1);

    static final Slot AUDIO_BUS_OR_NONE =
            (m, at, limits) ->
                    whole(m, at, "audio bus", Integer.MIN_VALUE, limits.audioBuses() - 1);

    /** A bus and how many from there. */
    static final Slot CONTROL_BUSES = Slots::controlBuses;

    /** An id, or letters for the way from it and the id. */
    static final Slot NODE =
            (m, at, limits) ->
                    m.arguments().get(at) instanceof String
                            ? whole(m, at + 1, "node", Integer.MIN_VALUE)
                            : whole(m, at, "node", Integer.MIN_VALUE);

    /** An add action and its target. */
    static final Slot PLACEMENT = Slots::placement;

    static final Slot TEXT = Slots::text;

    /** A name or an index. */
    static final Slot CONTROL =
            (m, at, limits) ->
                    m.arguments().get(at) instanceof String
                            ? at + 1
                            : whole(m, at, "a control's index", 0);

    /** A number, a bus such as {@code c7}, or an array of these. */
    static final Slot VALUE = Slots::value;

    static final Slot NUMBER = Slots::number;

    /** A count, and that many values. */
    static final Slot VALUES = (m, at, limits) -> counted(m, at, limits, VALUE);

    /** A count, and that many numbers. */
    static final Slot NUMBERS = (m, at, limits) -> counted(m, at, limits, NUMBER);

    static final Slot BLOB = Slots::blob;

    /** A packet; 0 stands for none. */
    static final Slot COMPLETION = Slots::completion;

    static final Slot CHANNEL_OR_COMPLETION =
            (m, at, limits) ->
                    m.arguments().get(at) instanceof OscPacket
                            ? completion(m, at, limits)
                            : whole(m, at, "channel", 0);

    /** Whatever a plugin of the server takes. */
    static final Slot ANYTHING = Slots::anything;

    private Slots() {}

    static Slot between(String name, int min, int max) {
        return (m, at, limits) -> whole(m, at, name, min, max);
    }

    private static int whole(OscMessage message, int at, String name, int min) {
        return whole(message, at, name, min, Integer.MAX_VALUE);
    }

    private static int whole(OscMessage message, int at, String name, int min, int max) {
        Object argument = at < message.size() ? message.arguments().get(at) : "nothing";
        boolean number = argument instanceof Integer || argument instanceof Float;
        int value = number ? ((Number) argument).intValue() : 0;
        if (!number || value < min || value > max) {
            throw refused(message, name, range(min, max), argument);
        }
        return at + 1;
    }

    private static String range(int min, int max) {
        if (min == Integer.MIN_VALUE) {
            return max == Integer.MAX_VALUE ? "an int32" : "at most " + max;
        }
        return max == Integer.MAX_VALUE ? "at least " + min : min + "…" + max;
    }

    private static int controlBuses(OscMessage message, int at, Limits limits) {
        int next = CONTROL_BUS.accept(message, at, limits);
        int most = limits.controlBuses() - message.intAt(at);
        return whole(message, next, "count", 1, most);
    }

    /** What is beside the root, or in its place, is in no tree and never runs. */
    private static int placement(OscMessage message, int at, Limits limits) {
        int next = whole(message, at, "add action", 0, 4);
        if (next == message.size()) {
            return next;
        }
        int end = NODE.accept(message, next, limits);
        if (message.intAt(at) > 1 && Integer.valueOf(0).equals(message.arguments().get(next))) {
            throw refused(message, "the target of add action 2…4", "another node than the root", 0);
        }
        return end;
    }

    private static int text(OscMessage message, int at, Limits limits) {
        Object argument = message.arguments().get(at);
        if (!(argument instanceof String)) {
            throw refused(message, "argument " + at, "text", argument);
        }
        return at + 1;
    }

    private static int number(OscMessage message, int at, Limits limits) {
        Object argument = message.arguments().get(at);
        if (!(argument instanceof Float) && !(argument instanceof Integer)) {
            throw refused(message, "a value", "a float32 or int32", argument);
        }
        return at + 1;
    }

    private static int value(OscMessage message, int at, Limits limits) {
        Object argument = message.arguments().get(at);
        if (argument instanceof List<?> array) {
            for (int i = 0; i < array.size(); i++) {
                single(message, array.get(i), limits);
            }
        } else {
            single(message, argument, limits);
        }
        return at + 1;
    }

    private static void single(OscMessage message, Object argument, Limits limits) {
        if (argument instanceof Float || argument instanceof Integer) {
            return;
        }
        if (!(argument instanceof String text)) {
            throw refused(message, "a value", "a float32, an int32 or a bus", argument);
        }
        int buses = text.startsWith("a") ? limits.audioBuses() : limits.controlBuses();
        if (!text.matches("[ac]\\d{1,9}") || Integer.parseInt(text.substring(1)) >= buses) {
            throw refused(
                    message,
                    "a bus",
                    "c0…c%d or a0…a%d"
                            .formatted(limits.controlBuses() - 1, limits.audioBuses() - 1),
                    text);
        }
    }

    private static int counted(OscMessage message, int at, Limits limits, Slot each) {
        int next = COUNT.accept(message, at, limits);
        int end = next + message.intAt(at);
        if (end > message.size()) {
            throw refused(
                    message,
                    "count",
                    "the number of values behind it, " + (message.size() - next),
                    message.intAt(at));
        }
        while (next < end) {
            next = each.accept(message, next, limits);
        }
        return end;
    }

    private static int anything(OscMessage message, int at, Limits limits) {
        Object argument = message.arguments().get(at);
        boolean known =
                argument instanceof Number
                        || argument instanceof String
                        || argument instanceof OscBlob;
        if (!known || argument instanceof Long) {
            throw refused(message, "argument " + at, "a number, text or a blob", argument);
        }
        return at + 1;
    }

    private static int blob(OscMessage message, int at, Limits limits) {
        Object argument = message.arguments().get(at);
        if (!(argument instanceof OscBlob)) {
            throw refused(message, "argument " + at, "a blob", argument);
        }
        return at + 1;
    }

    private static int completion(OscMessage message, int at, Limits limits) {
        Object argument = message.arguments().get(at);
        if (!(argument instanceof OscPacket) && !Integer.valueOf(0).equals(argument)) {
            throw refused(message, "the completion message", "an OscPacket", argument);
        }
        return at + 1;
    }

    static IllegalArgumentException refused(
            OscMessage message, String name, String allowed, Object value) {
        String shown = String.valueOf(value);
        return new IllegalArgumentException(
                "%s: %s must be %s, not %s"
                        .formatted(
                                message.address(),
                                name,
                                allowed,
                                shown.length() > 60 ? shown.substring(0, 60) + "…" : shown));
    }
}
