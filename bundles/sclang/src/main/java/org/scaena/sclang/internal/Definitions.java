package org.scaena.sclang.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.scaena.sclang.Sclang;
import org.scaena.sclang.SclangException;
import org.scaena.sclang.SclangValue;
import org.scaena.sclang.SynthDesc;
import org.scaena.synthdef.RegisteredSynthDef;
import org.scaena.synthdef.SynthDefRegistration;
import org.scaena.synthdef.SynthDefRegistry;

/** What the language and the registry know of each other's definitions. */
final class Definitions {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** Around the code; it may end in a comment. */
    private static final String COMPILE =
            """
            var bytes, def = {
            %s
            }.value;
            if(def.isKindOf(SynthDef)) {
                bytes = def.asBytes;
                SynthDescLib.global.readDescFromDef(CollStream(bytes), true, def, def.metadata);
                bytes
            } { def }
            """;

    private static final String DESCRIBE =
            """
            var lib = SynthDescLib.global, desc;
            var buses = { |all| all.asArray.collect { |each|
                [each.type.name, each.rate, each.numberOfChannels, each.startingChannel]
            } };
            if(file.notNil and: { lib.at(key).isNil }) { lib.read(file) };
            desc = lib.at(key);
            desc !? { [
                desc.name.asString,
                desc.controls.reject { |each| each.name == '?' }.collect { |each|
                    [each.name, each.index, each.rate, each.defaultValue.asArray]
                },
                buses.(desc.inputs),
                buses.(desc.outputs),
                desc.hasGate,
                desc.canFreeSynth,
                desc.metadata
            ] }
            """;

    private final Sclang language;
    private final SynthDefRegistry registry;

    Definitions(Sclang language, SynthDefRegistry registry) {
        this.language = language;
        this.registry = registry;
    }

    CompletableFuture<SynthDefRegistration> define(String code, String owner) {
        return language.eval(COMPILE.formatted(code), Map.of(), LIMIT)
                .thenApply(value -> registered(value, owner));
    }

    private SynthDefRegistration registered(SclangValue value, String owner) {
        if (value instanceof SclangValue.Bytes compiled) {
            return registry.register(compiled.bytes().toByteArray(), owner, "compiled by sclang");
        }
        throw new SclangException("the code is no SynthDef but " + value);
    }

    /** As the language has it; if it has none of that name, it gets the registry's. */
    CompletableFuture<SynthDesc> describe(String name) {
        Optional<Path> file = registry.find(name).map(Definitions::write);
        SclangValue path =
                file.<SclangValue>map(written -> SclangValue.of(written.toString()))
                        .orElse(new SclangValue.Nil());
        Map<String, SclangValue> variables =
                Map.of("key", new SclangValue.Symbol(name), "file", path);
        return language.eval(DESCRIBE, variables, LIMIT)
                .whenComplete((value, failure) -> file.ifPresent(Definitions::delete))
                .thenApply(value -> DescriptionReader.read(name, value));
    }

    private static Path write(RegisteredSynthDef definition) {
        try {
            Path file = Files.createTempFile("scaena-", ".scsyndef");
            return Files.write(file, definition.bytes().toByteArray());
        } catch (IOException notWritten) {
            throw new UncheckedIOException(notWritten);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException stays) {
            throw new UncheckedIOException(stays);
        }
    }
}
