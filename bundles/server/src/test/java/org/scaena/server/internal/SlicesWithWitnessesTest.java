package org.scaena.server.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SlicesWithWitnessesTest {

    @Test
    void eachSliceHasAWitnessThatAFreshBufferHasNot() {
        float[] values = new float[10_000];
        values[3] = 1;
        values[1_700] = Float.NaN;
        Arrays.fill(values, 6_400, 10_000, 0.5f);

        SlicesWithWitnesses first = SlicesWithWitnesses.at(100, values, 0);
        assertThat(first.values()).hasSize(6_400);
        assertThat(first.witnessSamples()).containsExactly(103, 1_800, 3_300, 4_900);

        SlicesWithWitnesses rest = SlicesWithWitnesses.at(100, values, 6_400);
        assertThat(rest.first()).isEqualTo(6_500);
        assertThat(rest.values()).hasSize(3_600);
        assertThat(rest.witnessSamples()).containsExactly(6_500, 8_100, 9_700);
    }

    @Test
    void whatIsReadIsCompared() {
        SlicesWithWitnesses slices = SlicesWithWitnesses.at(0, new float[] {Float.NaN, 2}, 0);

        assertThat(slices.equal(new float[] {Float.NaN})).isTrue();
        assertThat(slices.equal(new float[] {0})).isFalse();
    }
}
