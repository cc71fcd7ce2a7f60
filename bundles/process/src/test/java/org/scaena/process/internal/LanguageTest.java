package org.scaena.process.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scaena.process.ExitCause;
import org.scaena.process.ManagedProcess;
import org.scaena.process.OutputLine;
import org.scaena.process.Readiness;
import org.scaena.process.SclangSpec;

/** The real sclang. It must be installed; to compile its class library takes it seconds. */
@Tag("slow")
class LanguageTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir private Path directory;
    private final LocalProcessManager manager = new LocalProcessManager();

    @AfterEach
    void endAll() {
        manager.deactivate();
    }

    private static Readiness<OutputLine> prints(String start) {
        return startup -> startup.awaitLine(line -> line.text().contains(start));
    }

    private static void await(ManagedProcess sclang, String text) {
        sclang.whenReady(prints(text), LIMIT).await(LIMIT);
    }

    @Test
    void evaluatesWhatIsWrittenToIt() {
        ManagedProcess sclang = manager.start(SclangSpec.of("test", directory).toProcess());
        await(sclang, "Welcome to SuperCollider");

        sclang.write("6 * 7" + SclangSpec.EVALUATE_AND_PRINT).await(Eventually.LIMIT);
        await(sclang, "-> 42");
        sclang.write("\"quiet\".postln; 0.exit" + SclangSpec.EVALUATE).await(Eventually.LIMIT);

        assertThat(sclang.exit().await(LIMIT).cause()).isEqualTo(ExitCause.LEFT);
        assertThat(sclang.lastLines(50)).contains("quiet");
    }

    @Test
    void evaluatesAFile() throws Exception {
        Path code = Files.writeString(directory.resolve("hello.scd"), "(\"hel\" ++ \"lo\").postln");
        SclangSpec spec = SclangSpec.of("test", directory).withCode(code);

        ManagedProcess sclang = manager.start(spec.toProcess());

        await(sclang, "hello");
        assertThat(sclang.end(Duration.ofSeconds(5)).await(LIMIT).cause())
                .isEqualTo(ExitCause.ASKED);
    }
}
