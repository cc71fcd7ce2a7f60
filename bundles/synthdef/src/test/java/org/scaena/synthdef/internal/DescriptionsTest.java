package org.scaena.synthdef.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scaena.synthdef.SynthDef;
import org.scaena.synthdef.SynthDefDescription;
import org.scaena.synthdef.SynthDefDescription.BusUse;
import org.scaena.synthdef.SynthDefDescription.Control;
import org.scaena.synthdef.SynthDefDescription.ControlKind;
import org.scaena.synthdef.SynthDefDescription.Ending;
import org.scaena.synthdef.UGen.Rate;

class DescriptionsTest {

    private final ScsyndefFormat format = new ScsyndefFormat();
    private final Descriptions descriptions = new Descriptions();

    @Test
    void writesAToneAsText() {
        assertThat(descriptions.text(shipped("s2")))
                .isEqualTo(
                        """
                        definition s2
                        controls
                          freq = 400 control
                          amp = 0.3 control
                          num = 4 control
                          pan = 0 control
                          lg = 0.1 control
                          gate = 1 control
                        writes
                          Out.ar 2 channels from bus 0
                        gate yes
                        ends by
                          EnvGen: freeSelf
                        units
                          BinaryOpUGen 1
                          Blip 1
                          Control 1
                          EnvGen 1
                          Lag 3
                          Out 1
                          Pan2 1
                        graph
                          EnvGen.kr(gate, 1, 0, 1, 2, 0, 2, 1, -99, 1, 0.01, 5, -4, 0, 0.05, 5, -4)
                          Lag.kr(freq, lg)
                          Blip.ar(Lag.kr, num)
                          *.ar(Blip.ar, EnvGen.kr)
                          Lag.kr#2(pan, lg)
                          Lag.kr#3(amp, lg)
                          Pan2.ar(*.ar, Lag.kr#2, Lag.kr#3)
                          Out.ar(0, Pan2.ar[0], Pan2.ar[1])
                        """);
    }

    @Test
    void findsWhatAVolumeReadsAndWrites() {
        SynthDefDescription volume =
                descriptions.describe(
                        format.read(
                                        Corpus.bytes(
                                                Corpus.ON_DEMAND.resolve("scaena-volume.scsyndef")),
                                        "volume")
                                .definitions()
                                .get(3));

        assertThat(volume.name()).isEqualTo("scaena-volume-4");
        assertThat(volume.inputs()).containsExactly(new BusUse("In", Rate.AUDIO, 4, "bus"));
        assertThat(volume.outputs()).containsExactly(new BusUse("XOut", Rate.AUDIO, 4, "bus"));
        assertThat(volume.hasGate()).isTrue();
        assertThat(volume.endings()).containsExactly(new Ending("EnvGen", "freeSelf"));
        assertThat(volume.ugens()).containsEntry("BinaryOpUGen", 4).containsKey("Lag");
    }

    @Test
    void tellsTheKindsOfControlsApart() {
        assertThat(descriptions.describe(read("odd_order")).controls())
                .extracting(control -> control.parameter().name(), Control::kind)
                .map(Object::toString)
                .containsExactly(
                        "(\"i_out\", SCALAR)",
                        "(\"t_hit\", TRIGGER)",
                        "(\"freq\", CONTROL)",
                        "(\"amp\", CONTROL)");
        assertThat(descriptions.describe(read("cap_audioctl")).controls())
                .extracting(Control::kind)
                .contains(ControlKind.AUDIO, ControlKind.CONTROL);
    }

    @Test
    void seesThatADefinitionNeverEnds() {
        SynthDefDescription sine = descriptions.describe(read("cap_sine"));

        assertThat(sine.canEnd()).isFalse();
        assertThat(sine.hasGate()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("org.scaena.synthdef.internal.Corpus#files")
    void describesWhateverCanBeRead(Path file) {
        for (SynthDef definition : format.read(Corpus.bytes(file), file.toString()).definitions()) {
            assertThat(descriptions.text(definition).lines())
                    .hasSizeGreaterThan(definition.ugens().size() / 2)
                    .startsWith("definition " + definition.name());
            assertThat(descriptions.dot(definition)).startsWith("digraph \"").endsWith("}\n");
        }
    }

    @Test
    void drawsAPictureThatGraphvizAccepts() throws Exception {
        List<String> dot = List.of("dot", "-Tsvg");
        for (Path file : Corpus.files()) {
            SynthDef definition =
                    format.read(Corpus.bytes(file), file.toString()).definitions().get(0);
            if (definition.ugens().size() > 200) {
                continue; // Graphviz takes a minute for a graph of thousands
            }
            Process process =
                    new ProcessBuilder(dot)
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            try (var in = process.outputWriter()) {
                in.write(descriptions.dot(definition));
            }
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).as("%s", file).isZero();
        }
    }

    private SynthDef shipped(String name) {
        return format.read(Corpus.bytes(Corpus.SHIPPED.resolve(name + ".scsyndef")), name)
                .definitions()
                .get(0);
    }

    private SynthDef read(String name) {
        return format.read(Corpus.bytes(name), name).definitions().get(0);
    }
}
