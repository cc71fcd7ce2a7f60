package org.scaena.server.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressPatternTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "/tr /tr true",
                "/tr /tr2 false",
                "/n_* /n_go true",
                "/n_* /n_go/x false",
                "/n_?? /n_go true",
                "/n_?? /n_end false",
                "/{n_go,n_end} /n_end true",
                "/{n_go,n_end} /n_off false",
                "/ch[1-4] /ch3 true",
                "/ch[1-4] /ch5 false",
                "/ch[!1-4] /ch5 true",
                "/a.b /aXb false",
                "/* /status.reply true",
            })
    void matchesAsTheSpecificationSays(String pattern, String address, boolean expected) {
        assertThat(new AddressPattern(pattern).matches(address)).isEqualTo(expected);
    }

    @Test
    void refusesAnOpenBracket() {
        assertThatThrownBy(() -> new AddressPattern("/x[1-4"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a bracket is not closed in /x[1-4");
    }
}
