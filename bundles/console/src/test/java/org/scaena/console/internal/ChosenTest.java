package org.scaena.console.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class ChosenTest {

    @Test
    void theOnlyOneNeedsNoName() {
        assertThat(chosen(List.of("a"), "")).isEqualTo("a");
    }

    @Test
    void amongSeveralTheDefaultNeedsNoName() {
        assertThat(chosen(List.of("a", "default"), "")).isEqualTo("default");
        assertThat(chosen(List.of("a", "default"), "a")).isEqualTo("a");
    }

    @Test
    void aWrongNameIsAnsweredWithTheRightOnes() {
        assertThatThrownBy(() -> chosen(List.of("b", "a"), "c"))
                .hasMessage("no server 'c' (there is: a, b)");
        assertThatThrownBy(() -> chosen(List.of(), ""))
                .hasMessageStartingWith("no server is running");
    }

    private static String chosen(List<String> names, String name) {
        return Chosen.of(names, Function.identity(), name);
    }
}
