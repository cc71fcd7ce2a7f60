package org.scaena.console.internal;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds what a command is meant for among what is there. */
final class Chosen {

    private Chosen() {}

    /**
     * The thing of this name; without a name, the only one or the one called default.
     *
     * @throws IllegalArgumentException that lists the names there are
     */
    static <T> T of(List<T> things, Function<T, String> nameOf, String name) {
        if (name.isEmpty() && things.size() == 1) {
            return things.get(0);
        }
        String wanted = name.isEmpty() ? "default" : name;
        return things.stream()
                .filter(thing -> nameOf.apply(thing).equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(missing(things, nameOf, wanted)));
    }

    private static <T> String missing(List<T> things, Function<T, String> nameOf, String wanted) {
        String names =
                things.stream().map(nameOf).sorted().distinct().collect(Collectors.joining(", "));
        return names.isEmpty()
                ? "no server is running: sc:servers shows which there are, sc:boot starts one"
                : "no server '" + wanted + "' (there is: " + names + ")";
    }

    /** The thing of this kind. */
    static <T> T kind(List<T> things, Function<T, String> kindOf, String kind) {
        return things.stream()
                .filter(thing -> kindOf.apply(thing).equals(kind))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        things.stream()
                                                .map(kindOf)
                                                .collect(
                                                        Collectors.joining(
                                                                ", ",
                                                                "no kind '"
                                                                        + kind
                                                                        + "' (there is: ",
                                                                ")"))));
    }
}
