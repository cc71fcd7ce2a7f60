package org.scaena.itests.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import javax.inject.Inject;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.BundleContext;
import org.scaena.command.Reply;
import org.scaena.sclang.Sclang;
import org.scaena.sclang.SclangException;
import org.scaena.sclang.SclangValue;
import org.scaena.sclang.SynthDesc;
import org.scaena.synthdef.SynthDefRegistration;

/** The real sclang: evaluates, compiles, describes; and what is wrong is told. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class SclangIT {

    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @Inject private BundleContext context;

    private Sclang language;

    @Configuration
    public Option[] distribution() {
        return new Option[] {Distribution.option()};
    }

    @Before
    public void start() throws Exception {
        language = Services.of(context, Sclang.class);
        language.start().await(START_LIMIT);
    }

    @After
    public void stop() {
        language.stop().await(LIMIT);
    }

    @Test
    public void valuesKeepTheirKind() {
        assertThat(language.eval("1 + 2").await()).isEqualTo(SclangValue.of(3));
        assertThat(language.eval("1 / 4").await()).isEqualTo(SclangValue.of(0.25));
        assertThat(language.eval("\"h\u00e4\"").await()).isEqualTo(SclangValue.of("h\u00e4"));
        assertThat(language.eval("\\a").await()).isEqualTo(new SclangValue.Symbol("a"));
        assertThat(language.eval("[1, [nil, true]]").await()).hasToString("[1, [nil, true]]");
        assertThat(language.eval("(a: 1)").await()).isInstanceOf(SclangValue.Mapping.class);
        assertThat(language.eval("SinOsc").await())
                .isEqualTo(new SclangValue.Other("Meta_SinOsc", "SinOsc"));
        assertThat(
                        language.eval(
                                        "a ++ b",
                                        Map.of(
                                                "a", SclangValue.of("say \"so\""),
                                                "b", SclangValue.of(7)),
                                        LIMIT)
                                .await())
                .isEqualTo(SclangValue.of("say \"so\"7"));
    }

    @Test
    public void longCodeLongValuesAndSeveralCallers() {
        assertThat(language.eval("// " + "x".repeat(100_000) + "\n42").await())
                .isEqualTo(SclangValue.of(42));
        SclangValue many = language.eval("(1..20000)", Map.of(), LIMIT).await(LIMIT);
        assertThat(((SclangValue.Row) many).values())
                .hasSize(20_000)
                .endsWith(SclangValue.of(20_000));

        String text = "\u00e4".repeat(200_000);
        assertThat(language.eval("text", Map.of("text", SclangValue.of(text)), LIMIT).await(LIMIT))
                .isEqualTo(SclangValue.of(text));
        SclangValue bytes = language.eval("Int8Array[-128, 0, 127]").await();
        assertThat(language.eval("it", Map.of("it", bytes), LIMIT).await()).isEqualTo(bytes);
    }

    @Test
    public void severalCallersGetTheirOwnValues() {
        List<SclangValue> expected =
                IntStream.range(0, 8 * 50).mapToObj(i -> SclangValue.of(i * 2)).toList();
        List<SclangValue> values =
                IntStream.range(0, 8)
                        .mapToObj(caller -> CompletableFuture.supplyAsync(() -> fifty(caller)))
                        .toList()
                        .stream()
                        .flatMap(caller -> caller.join().stream())
                        .toList();
        assertThat(values).isEqualTo(expected);
    }

    private List<SclangValue> fifty(int caller) {
        List<Reply<SclangValue>> replies =
                IntStream.range(caller * 50, caller * 50 + 50)
                        .mapToObj(i -> language.eval(i + " * 2", Map.of(), LIMIT))
                        .toList();
        return replies.stream().map(reply -> reply.await(LIMIT)).toList();
    }

    @Test
    public void errorsAreErrors() {
        assertThatThrownBy(() -> language.eval("3.foo").await())
                .isInstanceOf(SclangException.class)
                .hasMessageContaining("'foo' not understood");
        assertThatThrownBy(() -> language.eval("1 + (").await())
                .isInstanceOf(SclangException.class)
                .hasMessageContaining("syntax error");
        assertThatThrownBy(() -> language.eval("var a = [1]; a[0] = a").await())
                .isInstanceOf(SclangException.class)
                .hasMessageContaining("nested deeper");
        assertThatThrownBy(() -> language.eval("a", Map.of("A", SclangValue.of(1)), LIMIT).await())
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(language.eval("1").await()).isEqualTo(SclangValue.of(1));
    }

    @Test
    public void definitionsOfAnySizeAreCompiledAndDescribed() throws Exception {
        SynthDefRegistration tone =
                language.define(
                                """
                                var freq = 440;
                                SynthDef(\\tone, { |out = 3, amp = 0.1, gate = 1, levels = #[1, 2]|
                                    Out.ar(out, SinOsc.ar(freq) * amp * levels.sum
                                        * Linen.kr(gate, doneAction: 2))
                                }, metadata: (by: "it")) // a comment
                                """,
                                "it")
                        .await(LIMIT);
        assertThat(tone.definitions()).extracting(found -> found.name()).containsExactly("tone");

        SynthDesc description = language.describe("tone").await(LIMIT);
        assertThat(description.controls())
                .contains(
                        new SynthDesc.Control("out", 0, "control", List.of(3.0)),
                        new SynthDesc.Control("levels", 3, "control", List.of(1.0, 2.0)));
        assertThat(description.outputs())
                .containsExactly(new SynthDesc.BusUse("Out", "audio", 1, "out"));
        assertThat(description.hasGate()).isTrue();
        assertThat(description.canFreeSynth()).isTrue();
        assertThat(description.metadata()).containsEntry("by", SclangValue.of("it"));
        tone.close();

        try (SynthDefRegistration large = language.define(LARGE, "it").await(START_LIMIT)) {
            assertThat(large.definitions().get(0).bytes().size()).isGreaterThan(65_536);
            assertThat(language.describe("large").await(START_LIMIT).outputs()).hasSize(1);
        }
    }

    /** About 3,000 units. */
    private static final String LARGE =
            "SynthDef(\\large) { Out.ar(0, (1..1500).collect { |i| SinOsc.ar(i) }.sum * 0.0001) }";

    @Test
    public void definitionsOfTheRegistryAreDescribed() {
        SynthDesc description = language.describe("s2").await(LIMIT);
        assertThat(description.controls())
                .extracting(SynthDesc.Control::name)
                .containsExactly("freq", "amp", "num", "pan", "lg", "gate");
        assertThatThrownBy(() -> language.describe("nobody's").await(LIMIT))
                .isInstanceOf(SclangException.class)
                .hasMessageContaining("nobody's");
        assertThatThrownBy(() -> language.define("3", "it").await(LIMIT))
                .isInstanceOf(SclangException.class)
                .hasMessageContaining("no SynthDef but 3");
    }
}
