package org.scaena.process.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scaena.process.ManagedProcess;
import org.scaena.process.ProcessLimits;

class LimitsTest {

    @TempDir private Path directory;
    private final LocalProcessManager manager = new LocalProcessManager();

    @AfterEach
    void endAll() {
        manager.deactivate();
    }

    @Test
    void theProcessHasThem() {
        ProcessLimits limits =
                ProcessLimits.NONE
                        .withNice(7)
                        .withOpenFiles(77)
                        .withMemoryBytes(1L << 30)
                        .withRealTimePriority(0);
        String script = "echo nice $(nice); echo files $(ulimit -n); echo memory $(ulimit -v)";

        ManagedProcess process = manager.start(Doubles.script(directory, script).with(limits));

        assertThat(process.exit().await(Eventually.LIMIT).lastLines())
                .containsExactly("nice 7", "files 77", "memory 1048576");
    }

    @Test
    void thoseThatAreNoLimitsAreRefused() {
        assertThatThrownBy(() -> ProcessLimits.NONE.withNice(20))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nice must be from -20 to 19, not 20");
        assertThatThrownBy(() -> ProcessLimits.NONE.withRealTimePriority(100))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ProcessLimits.NONE.withMemoryBytes(0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ProcessLimits.NONE.withOpenFiles(3))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void withoutTheToolsItIsStartedWithout() {
        LimitWords words = new LimitWords(new ProgramFinder(directory.toString()));

        assertThat(words.of("double", ProcessLimits.NONE.withNice(5).withOpenFiles(64))).isEmpty();
    }
}
