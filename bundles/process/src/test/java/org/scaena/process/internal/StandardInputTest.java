package org.scaena.process.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scaena.command.Done;
import org.scaena.command.Reply;
import org.scaena.process.ManagedProcess;
import org.scaena.process.ProcessException;
import org.scaena.process.ProcessSpec.Input;

class StandardInputTest {

    @TempDir private Path directory;
    private final LocalProcessManager manager = new LocalProcessManager();

    @AfterEach
    void endAll() {
        manager.deactivate();
    }

    private ManagedProcess start(String script) {
        return manager.start(Doubles.script(directory, script).with(Input.PIPE));
    }

    @Test
    void whatIsWrittenIsRead() {
        ManagedProcess echo = start("exec cat");

        echo.write("one\n").await(Eventually.LIMIT);
        echo.write("twö\n").await(Eventually.LIMIT);

        assertThat(Doubles.line(echo, "twö")).isEqualTo("twö");
        assertThat(echo.lastLines(2)).containsExactly("one", "twö");
    }

    @Test
    void withoutAPipeItIsRefused() {
        ManagedProcess deaf = manager.start(Doubles.script(directory, "exec sleep 100"));

        assertThatThrownBy(() -> deaf.write("hello").await(Eventually.LIMIT))
                .isInstanceOf(ProcessException.class)
                .hasMessageContaining("start it with a pipe");
    }

    @Test
    void aProcessThatDoesNotReadBlocksNobody() {
        ManagedProcess deaf = start("exec sleep 100");
        String text = "x".repeat(10_000);
        List<Reply<Done>> writes = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            writes.add(deaf.write(text));
        }

        assertThat(writes).anyMatch(Reply::isCompletedExceptionally);
        deaf.end(Duration.ofSeconds(20)).await(Eventually.LIMIT);

        Eventually.until("none waits", () -> writes.stream().allMatch(Reply::isDone));
        assertThatThrownBy(() -> deaf.write("more").await(Eventually.LIMIT))
                .isInstanceOf(ProcessException.class)
                .hasMessageContaining("does not read any more");
    }
}
