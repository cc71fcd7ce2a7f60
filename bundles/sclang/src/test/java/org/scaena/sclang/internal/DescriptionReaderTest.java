package org.scaena.sclang.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.scaena.sclang.SclangException;
import org.scaena.sclang.SclangValue;
import org.scaena.sclang.SynthDesc;

class DescriptionReaderTest {

    private static SclangValue symbol(String name) {
        return new SclangValue.Symbol(name);
    }

    private static SclangValue description(SclangValue index) {
        SclangValue control =
                SclangValue.of(
                        symbol("freqs"),
                        index,
                        symbol("control"),
                        SclangValue.of(SclangValue.of(440), SclangValue.of(0.5)));
        SclangValue out =
                SclangValue.of(symbol("Out"), symbol("audio"), SclangValue.of(2), symbol("bus"));
        return SclangValue.of(
                SclangValue.of("pad"),
                SclangValue.of(control),
                SclangValue.of(new SclangValue[0]),
                SclangValue.of(out),
                SclangValue.of(true),
                SclangValue.of(false),
                new SclangValue.Mapping(Map.of(symbol("by"), SclangValue.of("me"))));
    }

    @Test
    void allPartsAreRead() {
        assertThat(DescriptionReader.read("pad", description(SclangValue.of(3))))
                .isEqualTo(
                        new SynthDesc(
                                "pad",
                                List.of(
                                        new SynthDesc.Control(
                                                "freqs", 3, "control", List.of(440.0, 0.5))),
                                List.of(),
                                List.of(new SynthDesc.BusUse("Out", "audio", 2, "bus")),
                                true,
                                false,
                                Map.of("by", SclangValue.of("me"))));
    }

    @Test
    void whatIsUnknownOrOddIsTold() {
        assertThatThrownBy(() -> DescriptionReader.read("pad", new SclangValue.Nil()))
                .isInstanceOf(SclangException.class)
                .hasMessageContaining("'pad'");
        assertThatThrownBy(() -> DescriptionReader.read("pad", description(symbol("x"))))
                .isInstanceOf(SclangException.class)
                .hasMessageContaining("'x'");
    }
}
