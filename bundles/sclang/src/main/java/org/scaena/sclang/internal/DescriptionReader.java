package org.scaena.sclang.internal;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.scaena.sclang.SclangException;
import org.scaena.sclang.SclangValue;
import org.scaena.sclang.SynthDesc;

/** Reads a SynthDesc out of the rows that the language makes of it. */
final class DescriptionReader {

    private DescriptionReader() {}

    static SynthDesc read(String name, SclangValue value) {
        if (!(value instanceof SclangValue.Row parts)) {
            throw new SclangException(
                    "neither sclang nor the registry has a SynthDef '" + name + "'");
        }
        List<SclangValue> part = parts.values();
        return new SynthDesc(
                word(part.get(0)),
                row(part.get(1)).stream().map(DescriptionReader::control).toList(),
                row(part.get(2)).stream().map(DescriptionReader::bus).toList(),
                row(part.get(3)).stream().map(DescriptionReader::bus).toList(),
                part.get(4).equals(SclangValue.of(true)),
                part.get(5).equals(SclangValue.of(true)),
                metadata(part.get(6)));
    }

    private static SynthDesc.Control control(SclangValue value) {
        List<SclangValue> part = row(value);
        return new SynthDesc.Control(
                word(part.get(0)),
                (int) number(part.get(1)),
                word(part.get(2)),
                row(part.get(3)).stream().map(DescriptionReader::number).toList());
    }

    private static SynthDesc.BusUse bus(SclangValue value) {
        List<SclangValue> part = row(value);
        return new SynthDesc.BusUse(
                word(part.get(0)), word(part.get(1)), (int) number(part.get(2)), word(part.get(3)));
    }

    private static Map<String, SclangValue> metadata(SclangValue value) {
        return value instanceof SclangValue.Mapping mapping
                ? mapping.entries().entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        entry -> word(entry.getKey()), Map.Entry::getValue))
                : Map.of();
    }

    private static List<SclangValue> row(SclangValue value) {
        if (value instanceof SclangValue.Row row) {
            return row.values();
        }
        throw unexpected(value);
    }

    private static double number(SclangValue value) {
        if (value instanceof SclangValue.Int number) {
            return number.value();
        }
        if (value instanceof SclangValue.Real number) {
            return number.value();
        }
        throw unexpected(value);
    }

    private static String word(SclangValue value) {
        if (value instanceof SclangValue.Symbol symbol) {
            return symbol.name();
        }
        return value instanceof SclangValue.Text text ? text.value() : value.toString();
    }

    private static SclangException unexpected(SclangValue value) {
        return new SclangException("a SynthDesc with an unexpected part: " + value);
    }
}
