package org.scaena.catalogue;

import java.util.ArrayList;
import java.util.List;
import org.scaena.node.ControlValue;
import org.scaena.node.ControlValues;
import org.scaena.osc.OscMessage;

/** The arguments of one command, checked as they are added. */
final class Arguments {

    /** scsynth keeps longer names apart from nothing: it never finds them. */
    private static final int LONGEST_CONTROL_NAME = 31;

    private static final int LONGEST_TEXT = 4096;

    /** Enough for most commands. */
    private static final int USUAL = 4;

    private final String command;
    private final List<Object> values = new ArrayList<>(USUAL);

    private Arguments(String command) {
        this.command = command;
    }

    static Arguments of(String command) {
        return new Arguments(command);
    }

    OscMessage message() {
        return new OscMessage(command, values);
    }

    Arguments number(String name, int value, int min, int max) {
        if (value < min || value > max) {
            throw refused(name, min + "…" + max, value);
        }
        values.add(value);
        return this;
    }

    Arguments atLeast(int min, String name, int value) {
        return number(name, value, min, Integer.MAX_VALUE);
    }

    /** Numbers of which there is at least one. */
    Arguments atLeast(int min, String name, int... several) {
        some(name, several.length);
        for (int value : several) {
            atLeast(min, name, value);
        }
        return this;
    }

    /** The id of a node that is there: those that the server chose are negative. */
    Arguments node(int id) {
        values.add(id);
        return this;
    }

    Arguments nodes(int... ids) {
        some("nodes", ids.length);
        for (int id : ids) {
            node(id);
        }
        return this;
    }

    /** The id of a node to be made. */
    Arguments newNode(int id) {
        return atLeast(-1, "node id", id);
    }

    Arguments text(String name, String text) {
        if (text.isEmpty() || text.length() > LONGEST_TEXT || text.indexOf('\0') >= 0) {
            throw refused(name, "1…" + LONGEST_TEXT + " characters without NUL", quoted(text));
        }
        values.add(text);
        return this;
    }

    /** A name, or an index from 0. */
    Arguments control(Object control) {
        values.add(checked(command, control));
        return this;
    }

    /** The name or index of a control. */
    static Object checked(String command, Object control) {
        if (control instanceof String name) {
            if (name.isEmpty() || name.length() > LONGEST_CONTROL_NAME || name.indexOf('\0') >= 0) {
                throw refused(
                        command,
                        "a control's name",
                        "1…" + LONGEST_CONTROL_NAME + " characters without NUL",
                        quoted(name));
            }
        } else if ((Integer) control < 0) {
            throw refused(command, "a control's index", "0…" + Integer.MAX_VALUE, control);
        }
        return control;
    }

    Arguments value(float value) {
        values.add(value);
        return this;
    }

    Arguments values(int most, float... several) {
        if (several.length == 0 || several.length > most) {
            throw refused("the number of values", "1…" + most, several.length);
        }
        for (float value : several) {
            values.add(value);
        }
        return this;
    }

    Arguments controls(ControlValues controls) {
        for (ControlValues.Setting setting : controls.settings()) {
            control(setting.control());
            values.add(argument(setting.value()));
        }
        return this;
    }

    /** Controls with the number of their values before these. */
    Arguments countedControls(ControlValues controls) {
        for (ControlValues.Setting setting : controls.settings()) {
            control(setting.control());
            List<?> several =
                    argument(setting.value()) instanceof List<?> array
                            ? array
                            : List.of(argument(setting.value()));
            values.add(several.size());
            values.addAll(several);
        }
        return this;
    }

    private static Object argument(Object value) {
        if (value instanceof ControlValue.Constant constant) {
            return constant.value();
        }
        if (value instanceof ControlValue.Array array) {
            return array.values().stream().map(Arguments::argument).toList();
        }
        return value instanceof ControlValue bus ? bus.toString() : value;
    }

    /** Whatever a plugin command takes. */
    Arguments anything(Object... more) {
        values.addAll(List.of(more));
        return this;
    }

    private void some(String name, int count) {
        if (count == 0) {
            throw refused("the number of " + name, "at least 1", 0);
        }
    }

    IllegalArgumentException refused(String name, String allowed, Object value) {
        return refused(command, name, allowed, value);
    }

    private static IllegalArgumentException refused(
            String command, String name, String allowed, Object value) {
        return new IllegalArgumentException(
                "%s: %s must be %s, not %s".formatted(command, name, allowed, value));
    }

    private static String quoted(String text) {
        return "'" + (text.length() > 40 ? text.substring(0, 40) + "…" : text) + "'";
    }
}
