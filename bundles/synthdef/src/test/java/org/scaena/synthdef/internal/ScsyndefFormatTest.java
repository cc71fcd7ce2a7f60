package org.scaena.synthdef.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scaena.synthdef.SynthDef;
import org.scaena.synthdef.SynthDef.Parameter;
import org.scaena.synthdef.SynthDef.Variant;
import org.scaena.synthdef.SynthDefFile;
import org.scaena.synthdef.UGen;
import org.scaena.synthdef.UGen.Input;
import org.scaena.synthdef.UGen.Rate;

class ScsyndefFormatTest {

    /** Version 1 by hand from the specification: {@code Out.kr(0, Control.kr(0.5))}. */
    private static final String VERSION_1 =
            "53436766 00000001 0001" // mark, version, definitions
                    + "0161" // name a
                    + "0001 00000000" // constants
                    + "0001 3f000000" // controls
                    + "0001 0178 0000" // x at 0
                    + "0002"
                    + "07436f6e74726f6c 01 0000 0001 0000 01" // Control
                    + "034f7574 01 0002 0000 fffe ffff 0000 0000 0000" // Out, special index -2
                    + "0001 03612e62 3e800000"; // variant a.b

    private final ScsyndefFormat format = new ScsyndefFormat();

    @ParameterizedTest
    @MethodSource("org.scaena.synthdef.internal.Corpus#files")
    void writesBackWhatItRead(Path file) {
        byte[] bytes = Corpus.bytes(file);

        assertThat(format.write(format.read(bytes, file.toString()))).isEqualTo(bytes);
    }

    @Test
    void readsUnitsControlsAndVariants() {
        SynthDef definition = read("cap_variants");

        assertThat(definition.name()).isEqualTo("cap_variants");
        assertThat(definition.constants()).containsExactly(0f);
        assertThat(definition.parameters())
                .containsExactly(
                        new Parameter("freq", 0, List.of(440f)),
                        new Parameter("amp", 1, List.of(0.1f)),
                        new Parameter("out", 2, List.of(0f)));
        assertThat(definition.ugens())
                .containsExactly(
                        new UGen(
                                "Control",
                                Rate.CONTROL,
                                0,
                                List.of(),
                                List.of(Rate.CONTROL, Rate.CONTROL, Rate.CONTROL)),
                        new UGen(
                                "SinOsc",
                                Rate.AUDIO,
                                0,
                                List.of(new Input.Wire(0, 0), new Input.Constant(0)),
                                List.of(Rate.AUDIO)),
                        new UGen(
                                "BinaryOpUGen",
                                Rate.AUDIO,
                                2,
                                List.of(new Input.Wire(1, 0), new Input.Wire(0, 1)),
                                List.of(Rate.AUDIO)),
                        new UGen(
                                "Out",
                                Rate.AUDIO,
                                0,
                                List.of(new Input.Wire(0, 2), new Input.Wire(2, 0)),
                                List.of()));
        assertThat(definition.variants())
                .containsExactly(
                        new Variant("cap_variants.low", List.of(110f, 0.1f, 0f)),
                        new Variant("cap_variants.high", List.of(1760f, 0.02f, 0f)));
    }

    @Test
    void readsArrays() {
        assertThat(read("cap_array").parameter("freqs"))
                .contains(new Parameter("freqs", 1, List.of(220f, 330f, 440f, 550f)));
    }

    @Test
    void readsSeveralDefinitionsOfOneFile() {
        assertThat(format.read(Corpus.bytes("cap_bundle_of_three"), "three").definitions())
                .extracting(SynthDef::name)
                .containsExactly("cap_multi_a", "cap_multi_b", "cap_multi_c");
    }

    @Test
    void keepsTheOrderOfNamesThatIsNotThatOfIndices() {
        assertThat(read("odd_order").parameters())
                .extracting(Parameter::name, Parameter::index)
                .containsExactly(
                        tuple("freq", 2), tuple("t_hit", 1), tuple("i_out", 0), tuple("amp", 3));
    }

    @Test
    void givesControlsWithoutANameAnEmptyOne() {
        assertThat(read("odd_nameless").parameters())
                .containsExactly(
                        new Parameter("", 0, List.of(1f, 2f)),
                        new Parameter("freq", 2, List.of(440f)));
        assertThat(read("odd_all_nameless").parameters())
                .containsExactly(new Parameter("", 0, List.of(3f, 4f)));
    }

    @Test
    void readsNamesAsUtf8() {
        SynthDef definition = read("odd_utf8");

        assertThat(definition.name()).isEqualTo("odd_maß");
        assertThat(definition.parameter("größe")).isPresent();
    }

    @Test
    void readsVersion1() {
        byte[] bytes = HexFormat.of().parseHex(VERSION_1.replace(" ", ""));

        SynthDefFile file = format.read(bytes, "version 1");

        assertThat(file)
                .isEqualTo(
                        new SynthDefFile(
                                1,
                                List.of(
                                        new SynthDef(
                                                "a",
                                                List.of(0f),
                                                List.of(new Parameter("x", 0, List.of(0.5f))),
                                                List.of(
                                                        new UGen(
                                                                "Control",
                                                                Rate.CONTROL,
                                                                0,
                                                                List.of(),
                                                                List.of(Rate.CONTROL)),
                                                        new UGen(
                                                                "Out",
                                                                Rate.CONTROL,
                                                                -2,
                                                                List.of(
                                                                        new Input.Constant(0),
                                                                        new Input.Wire(0, 0)),
                                                                List.of())),
                                                List.of(new Variant("a.b", List.of(0.25f)))))));
        assertThat(format.write(file)).isEqualTo(bytes);
    }

    @Test
    void refusesToWriteWhatVersion1CannotHold() {
        SynthDef wide =
                new SynthDef(
                        "wide",
                        List.of(),
                        List.of(),
                        List.of(
                                new UGen(
                                        "Out",
                                        Rate.AUDIO,
                                        0,
                                        List.of(new Input.Constant(40_000)),
                                        List.of())),
                        List.of());

        assertThatThrownBy(() -> format.write(new SynthDefFile(1, List.of(wide))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("40000 does not fit into 16 bits");
    }

    @Test
    void refusesToWriteAGapBetweenControls() {
        SynthDef gap =
                new SynthDef(
                        "gap",
                        List.of(),
                        List.of(new Parameter("x", 1, List.of(0f))),
                        List.of(),
                        List.of());

        assertThatThrownBy(() -> format.write(new SynthDefFile(2, List.of(gap))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("control index 0 has no parameter");
    }

    private SynthDef read(String name) {
        return format.read(Corpus.bytes(name), name).definitions().get(0);
    }
}
