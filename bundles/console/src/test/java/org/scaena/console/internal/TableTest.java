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

    @Test
    void isNeverWiderThan80Columns() {
        Table table = new Table("hook", "result").row("short", "x".repeat(100)).row("y", "ok");

        assertThat(table.toString().lines())
                .containsExactly("hook   result", "short  " + "x".repeat(72) + "…", "y      ok");
    }
}
