package org.scaena.ledger.internal;

import com.google.gson.TypeAdapter;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.scaena.node.ControlValue;
import org.scaena.node.ControlValues;

/**
 * Controls as pairs: {@code ["freq", 55.0]}, {@code [3, [1.0, 2.0]]}, {@code ["pan", "c4"]}.
 *
 * <p>A bus is written as in scsynth's own commands: {@code c} and the number of a control bus,
 * {@code a} and that of an audio bus.
 */
final class ControlValuesAdapter extends TypeAdapter<ControlValues> {

    @Override
    public void write(JsonWriter out, ControlValues controls) throws IOException {
        out.beginArray();
        for (ControlValues.Setting setting : controls.settings()) {
            out.beginArray();
            if (setting.control() instanceof Integer index) {
                out.value(index);
            } else {
                out.value(setting.control().toString());
            }
            write(out, setting.value());
            out.endArray();
        }
        out.endArray();
    }

    private static void write(JsonWriter out, ControlValue value) throws IOException {
        if (value instanceof ControlValue.Constant constant) {
            number(out, constant.value());
        } else if (value instanceof ControlValue.Array array) {
            out.beginArray();
            for (ControlValue element : array.values()) {
                write(out, element);
            }
            out.endArray();
        } else {
            out.value(value.toString());
        }
    }

    /** Numbers that JSON does not know are written as words. */
    private static void number(JsonWriter out, float value) throws IOException {
        if (Float.isFinite(value)) {
            out.value(value);
        } else {
            out.value(Float.toString(value));
        }
    }

    @Override
    public ControlValues read(JsonReader in) throws IOException {
        List<ControlValues.Setting> settings = new ArrayList<>();
        in.beginArray();
        while (in.hasNext()) {
            in.beginArray();
            Object control =
                    in.peek() == JsonToken.NUMBER ? (Object) in.nextInt() : in.nextString();
            settings.add(new ControlValues.Setting(control, value(in)));
            in.endArray();
        }
        in.endArray();
        return new ControlValues(settings);
    }

    private static ControlValue value(JsonReader in) throws IOException {
        if (in.peek() != JsonToken.BEGIN_ARRAY) {
            return single(in);
        }
        List<ControlValue.Single> values = new ArrayList<>();
        in.beginArray();
        while (in.hasNext()) {
            values.add(single(in));
        }
        in.endArray();
        return new ControlValue.Array(values);
    }

    private static ControlValue.Single single(JsonReader in) throws IOException {
        String text = in.nextString();
        return switch (text.charAt(0)) {
            case 'c' -> new ControlValue.ControlBusMap(Integer.parseInt(text.substring(1)));
            case 'a' -> new ControlValue.AudioBusMap(Integer.parseInt(text.substring(1)));
            default -> new ControlValue.Constant(Float.parseFloat(text));
        };
    }
}
