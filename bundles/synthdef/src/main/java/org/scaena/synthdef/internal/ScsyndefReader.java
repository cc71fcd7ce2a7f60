package org.scaena.synthdef.internal;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.scaena.synthdef.SynthDef;
import org.scaena.synthdef.SynthDef.Parameter;
import org.scaena.synthdef.SynthDef.Variant;
import org.scaena.synthdef.SynthDefFile;
import org.scaena.synthdef.SynthDefFormatException;
import org.scaena.synthdef.UGen;
import org.scaena.synthdef.UGen.Input;
import org.scaena.synthdef.UGen.Rate;

/**
 * Reads one file.
 *
 * <p>A count is believed only if the bytes left could hold that many items, so memory stays
 * proportional to the file; what occurs often is kept once.
 */
final class ScsyndefReader {

    /** Far beyond what a server could play; at most this is taken apart. */
    static final int MAX_BYTES = 4 << 20;

    private static final Rate[] RATES = Rate.values();

    private final ByteBuffer in;
    private final String origin;

    /** Each once, for a graph has many units of few classes. */
    private final Map<String, String> classNames = new HashMap<>();

    /** Each once, for units have few kinds of outputs; by the bytes of the file. */
    private final Map<String, List<Rate>> outputs = new HashMap<>();

    /** Each once, for many inputs read the same constant. */
    private final Map<Integer, Input> constantInputs = new HashMap<>();

    /** Version 2 has four bytes where version 1 has two. */
    private boolean wide;

    ScsyndefReader(byte[] file, String origin) {
        this.in = ByteBuffer.wrap(file);
        this.origin = origin;
    }

    SynthDefFile file() {
        if (in.limit() > MAX_BYTES) {
            throw expected("at most " + MAX_BYTES + " bytes", in.limit(), MAX_BYTES);
        }
        if (int32("the mark SCgf") != ScsyndefFormat.MAGIC) {
            throw fault("expected the mark SCgf", 0);
        }
        int version = int32("a version");
        if (version != 1 && version != 2) {
            throw expected("version 1 or 2", version, 4);
        }
        wide = version == 2;
        int count = count16("definitions", wide ? 19 : 11);
        List<SynthDef> definitions = list(count, this::definition);
        if (in.hasRemaining()) {
            throw expected("the end", in.remaining() + " more bytes", in.position());
        }
        return new SynthDefFile(version, definitions);
    }

    private SynthDef definition() {
        String name = string("a definition's name");
        List<Float> constants = list(count("constants", Float.BYTES), this::float32);
        List<Float> controls = list(count("controls", Float.BYTES), this::float32);
        int names = count("control names", wide ? 5 : 3);
        List<Parameter> parameters = Controls.named(controls, list(names, () -> name(controls)));
        List<UGen> ugens = ugens(constants.size());
        int variants = count16("variants", 1 + Float.BYTES * controls.size());
        return new SynthDef(
                name, constants, parameters, ugens, list(variants, () -> variant(controls.size())));
    }

    private Controls.Name name(List<Float> controls) {
        int start = in.position();
        String name = string("a control's name");
        if (name.isEmpty()) {
            throw expected("a control's name", "none", start);
        }
        return new Controls.Name(name, index("a control's index", controls.size()));
    }

    private Variant variant(int controls) {
        return new Variant(string("a variant's name"), list(controls, this::float32));
    }

    private List<UGen> ugens(int constants) {
        int count = count("units", wide ? 12 : 8);
        List<UGen> earlier = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            earlier.add(ugen(constants, earlier));
        }
        return earlier;
    }

    private UGen ugen(int constants, List<UGen> earlier) {
        String className = classNames.computeIfAbsent(string("a unit's class name"), name -> name);
        Rate rate = rate();
        int inputs = count("inputs", wide ? 8 : 4);
        int outputCount = count("outputs", 1);
        int specialIndex = int16("a special index");
        return new UGen(
                className,
                rate,
                specialIndex,
                inputs(inputs, constants, earlier),
                outputs(outputCount));
    }

    private List<Rate> outputs(int count) {
        if (count == 0) {
            return List.of();
        }
        require(count, "a rate");
        String key = new String(in.array(), in.position(), count, StandardCharsets.ISO_8859_1);
        List<Rate> known = outputs.get(key);
        if (known == null) {
            known = list(count, this::rate);
            outputs.put(key, known);
        } else {
            in.position(in.position() + count);
        }
        return known;
    }

    private List<Input> inputs(int count, int constants, List<UGen> earlier) {
        Input[] inputs = new Input[count];
        for (int i = 0; i < count; i++) {
            inputs[i] = input(constants, earlier);
        }
        return List.of(inputs);
    }

    private Input input(int constants, List<UGen> earlier) {
        int start = in.position();
        int ugen = integer("an input's unit");
        if (ugen == -1) {
            int index = index("a constant's index", constants);
            return constantInputs.computeIfAbsent(index, Input.Constant::new);
        }
        checkIndex("an earlier unit's index", ugen, earlier.size(), start);
        return new Input.Wire(ugen, index("an output's index", earlier.get(ugen).outputs().size()));
    }

    private Rate rate() {
        require(1, "a rate");
        int start = in.position();
        int rate = in.get();
        checkIndex("a rate", rate, RATES.length, start);
        return RATES[rate];
    }

    private String string(String what) {
        require(1, what);
        int start = in.position();
        int length = Byte.toUnsignedInt(in.get());
        require(length, what);
        int from = in.position();
        in.position(from + length);
        if (isAscii(from, length)) {
            return new String(in.array(), from, length, StandardCharsets.ISO_8859_1);
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(in.slice(from, length)).toString();
        } catch (CharacterCodingException e) {
            throw fault("expected " + what + " in UTF-8", start);
        }
    }

    private boolean isAscii(int from, int length) {
        for (int i = from; i < from + length; i++) {
            if (in.get(i) < 0) {
                return false;
            }
        }
        return true;
    }

    private int index(String what, int end) {
        int start = in.position();
        int index = integer(what);
        checkIndex(what, index, end, start);
        return index;
    }

    private void checkIndex(String what, int index, int end, int start) {
        if (index < 0 || index >= end) {
            throw expected(what + " below " + end, index, start);
        }
    }

    private int count(String what, int itemBytes) {
        int start = in.position();
        return checkCount(what, integer(what), itemBytes, start);
    }

    private int count16(String what, int itemBytes) {
        int start = in.position();
        return checkCount(what, int16(what), itemBytes, start);
    }

    /** The count, if that many items of at least this size can follow. */
    private int checkCount(String what, int count, int itemBytes, int start) {
        int most = in.remaining() / itemBytes;
        if (count < 0 || count > most) {
            throw expected("at most " + most + " " + what, count, start);
        }
        return count;
    }

    private int integer(String what) {
        return wide ? int32(what) : int16(what);
    }

    private int int16(String what) {
        require(Short.BYTES, what);
        return in.getShort();
    }

    private int int32(String what) {
        require(Integer.BYTES, what);
        return in.getInt();
    }

    private float float32() {
        require(Float.BYTES, "a number");
        return in.getFloat();
    }

    private void require(int bytes, String what) {
        if (in.remaining() < bytes) {
            throw expected(what, "the end", in.position());
        }
    }

    @SuppressWarnings("unchecked")
    private static <T> List<T> list(int count, Supplier<T> item) {
        if (count == 0) {
            return List.of();
        }
        Object[] items = new Object[count];
        for (int i = 0; i < count; i++) {
            items[i] = item.get();
        }
        return (List<T>) List.of(items);
    }

    private SynthDefFormatException expected(String what, Object found, int offset) {
        return fault("expected " + what + ", found " + found, offset);
    }

    private SynthDefFormatException fault(String fault, int offset) {
        return new SynthDefFormatException(origin, offset, fault);
    }
}
