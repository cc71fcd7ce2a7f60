package org.scaena.synthdef.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.scaena.synthdef.SynthDef.Parameter;

/**
 * Between the flat numbers of a file, where names point to, and parameters that have their own.
 *
 * <p>A parameter reaches to where the next name points. Names come in any order, several may point
 * to one place, and numbers before the first place have no name.
 */
final class Controls {

    private Controls() {}

    /** An entry of the table of names. */
    record Name(String name, int index) {}

    /** The parameters: those without a name first, then in the order of the names. */
    static List<Parameter> named(List<Float> numbers, List<Name> names) {
        int[] starts = names.stream().mapToInt(Name::index).sorted().distinct().toArray();
        int first = starts.length == 0 ? numbers.size() : starts[0];
        List<Parameter> parameters = new ArrayList<>(names.size() + 1);
        if (first > 0) {
            parameters.add(new Parameter("", 0, numbers.subList(0, first)));
        }
        // one list for all names of a place, or a small file could become very large
        List<List<Float>> defaults = new ArrayList<>(starts.length);
        for (int i = 0; i < starts.length; i++) {
            int end = i + 1 < starts.length ? starts[i + 1] : numbers.size();
            defaults.add(List.copyOf(numbers.subList(starts[i], end)));
        }
        for (Name name : names) {
            int place = Arrays.binarySearch(starts, name.index());
            parameters.add(new Parameter(name.name(), name.index(), defaults.get(place)));
        }
        return parameters;
    }

    /** The table of names. */
    static List<Name> names(List<Parameter> parameters) {
        return parameters.stream()
                .filter(parameter -> !parameter.name().isEmpty())
                .map(parameter -> new Name(parameter.name(), parameter.index()))
                .toList();
    }

    /** How many numbers the parameters have together. */
    static int size(List<Parameter> parameters) {
        int size = 0;
        for (Parameter parameter : parameters) {
            size = Math.max(size, parameter.index() + parameter.defaults().size());
        }
        return size;
    }

    /** The flat numbers, which must have no gap. */
    static float[] numbers(List<Parameter> parameters) {
        int size = size(parameters);
        float[] numbers = new float[size];
        boolean[] known = new boolean[size];
        for (Parameter parameter : parameters) {
            for (int i = 0; i < parameter.defaults().size(); i++) {
                numbers[parameter.index() + i] = parameter.defaults().get(i);
                known[parameter.index() + i] = true;
            }
        }
        for (int i = 0; i < size; i++) {
            if (!known[i]) {
                throw new IllegalArgumentException("control index " + i + " has no parameter");
            }
        }
        return numbers;
    }
}
