package org.scaena.sclang.internal;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.scaena.osc.OscBlob;
import org.scaena.sclang.SclangException;
import org.scaena.sclang.SclangValue;

/** Reads values as scaena.scd writes them: a letter for the kind, then sizes and contents. */
final class ValueReader {

    private static final int DEEPEST = 200;

    private final ByteBuffer bytes;

    private ValueReader(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    /** A value that came as a blob, or as the name of a file, which is deleted. */
    static SclangValue readArgument(Object blobOrFile) {
        if (blobOrFile instanceof OscBlob blob) {
            return read(blob.buffer());
        }
        Path file = Path.of(blobOrFile.toString());
        try {
            byte[] bytes = Files.readAllBytes(file);
            Files.deleteIfExists(file);
            return read(ByteBuffer.wrap(bytes));
        } catch (IOException unreadable) {
            throw new SclangException("the file with the value can't be read: " + unreadable);
        }
    }

    static SclangValue read(ByteBuffer bytes) {
        try {
            return new ValueReader(bytes).value(0);
        } catch (BufferUnderflowException cut) {
            throw new SclangException("the value ends too early: ask for something smaller");
        }
    }

    private SclangValue value(int depth) {
        if (depth > DEEPEST) {
            throw new SclangException("the value is nested deeper than " + DEEPEST);
        }
        char kind = (char) bytes.get();
        return switch (kind) {
            case 'n' -> new SclangValue.Nil();
            case 't' -> new SclangValue.Bool(true);
            case 'f' -> new SclangValue.Bool(false);
            case 'i' -> new SclangValue.Int(bytes.getInt());
            case 'd' -> new SclangValue.Real(bytes.getDouble());
            case 's' -> new SclangValue.Text(text());
            case 'y' -> new SclangValue.Symbol(text());
            case 'b' -> new SclangValue.Bytes(OscBlob.of(some()));
            case 'a' -> row(depth);
            case 'm' -> mapping(depth);
            case 'o' -> new SclangValue.Other(text(), text());
            default -> throw new SclangException("a value of an unknown kind: " + kind);
        };
    }

    private SclangValue row(int depth) {
        int size = size();
        List<SclangValue> values = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            values.add(value(depth + 1));
        }
        return new SclangValue.Row(values);
    }

    private SclangValue mapping(int depth) {
        int size = size();
        Map<SclangValue, SclangValue> entries = new LinkedHashMap<>();
        for (int i = 0; i < size; i++) {
            SclangValue key = value(depth + 1);
            entries.put(key, value(depth + 1));
        }
        return new SclangValue.Mapping(entries);
    }

    private String text() {
        return StandardCharsets.UTF_8.decode(some()).toString();
    }

    private ByteBuffer some() {
        int size = size();
        ByteBuffer part = bytes.slice(bytes.position(), size);
        bytes.position(bytes.position() + size);
        return part;
    }

    private int size() {
        int size = bytes.getInt();
        if (size < 0 || size > bytes.remaining()) {
            throw new BufferUnderflowException();
        }
        return size;
    }
}
