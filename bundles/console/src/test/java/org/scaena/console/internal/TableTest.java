package org.scaena.console.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void alignsColumnsAndLeavesNoSpacesAtTheEnd() {
        Table table = new Table("server", "state").row("default", "running").row("b", 7);

        assertThat(table.toString())
                .isEqualTo(
                        """
                        server   state
                        default  running
                        b        7
                        """);
    }
}
