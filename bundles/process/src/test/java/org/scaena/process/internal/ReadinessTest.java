package org.scaena.process.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scaena.command.Reply;
import org.scaena.process.ExitCause;
import org.scaena.process.ManagedProcess;
import org.scaena.process.NotReadyException;
import org.scaena.process.OutputKind;
import org.scaena.process.OutputLine;
import org.scaena.process.ProcessSpec;
import org.scaena.process.Program;
import org.scaena.process.Readiness;

/** A proof by the caller, with a limit. */
class ReadinessTest {

    private static final Duration LONG = Eventually.LIMIT;
    private static final Duration SHORT = Duration.ofMillis(150);

    @TempDir private Path directory;
    private final LocalProcessManager manager = new LocalProcessManager();
    private final CountDownLatch never = new CountDownLatch(1);

    @AfterEach
    void endAll() {
        manager.deactivate();
    }

    private ManagedProcess start(String script) {
        return manager.start(Doubles.script(directory, script));
    }

    private static NotReadyException failure(Reply<?> proof) {
        return catchThrowableOfType(NotReadyException.class, () -> proof.await(LONG));
    }

    @Test
    void yieldsWhatTheProofYields() {
        ManagedProcess process = start("exec sleep 100");

        assertThat(process.whenReady(startup -> "proved", LONG).await(Eventually.LIMIT))
                .isEqualTo("proved");
    }

    @Test
    void findsALineThatWasPrintedBefore() {
        ManagedProcess process = start("echo Supernova ready; exec sleep 100");
        Doubles.line(process, "Supernova");

        OutputLine line =
                process.whenReady(Readiness.printed(OutputKind.READY), LONG)
                        .await(Eventually.LIMIT);

        assertThat(line.text()).isEqualTo("Supernova ready");
    }

    @Test
    void aSlowStartIsWaitedFor() throws Exception {
        ManagedProcess process =
                start("until [ -e go ]; do sleep 0.02; done; echo Supernova ready; sleep 100");
        Reply<OutputLine> ready = process.whenReady(Readiness.printed(OutputKind.READY), LONG);
        assertThat(ready).isNotDone();

        Files.createFile(directory.resolve("go"));

        assertThat(ready.await(LONG).kind()).isEqualTo(OutputKind.READY);
    }

    @Test
    void theLimitIsAnErrorWithTheStepAndTheLastWords() {
        ManagedProcess process = start("echo warming up; exec sleep 100");
        Doubles.line(process, "warming");

        NotReadyException failure =
                failure(
                        process.whenReady(
                                startup -> {
                                    startup.progress("waiting for /status");
                                    never.await();
                                    return "";
                                },
                                SHORT));

        assertThat(failure)
                .hasMessage(
                        "double was not ready within 0.15 s (waiting for /status); its last words:"
                                + " warming up");
        assertThat(failure.exit()).isEmpty();
        assertThat(process.isAlive()).isTrue();
    }

    @Test
    void aProofThatDoesNotHeedTheLimitIsLeftToItself() {
        ManagedProcess process = start("exec sleep 100");

        NotReadyException failure =
                failure(
                        process.whenReady(
                                startup -> {
                                    while (never.getCount() > 0) {
                                        LockSupport.parkNanos(SHORT.toNanos());
                                    }
                                    return "";
                                },
                                SHORT));
        never.countDown();

        assertThat(failure).hasMessageContaining("was not ready within");
    }

    @Test
    void anEarlyEndFailsAtOnceAndSaysWhy() {
        ManagedProcess process = start("echo ERROR: Invalid option -Q; exit 1");

        NotReadyException failure =
                failure(process.whenReady(Readiness.printed(OutputKind.READY), LONG));

        assertThat(failure)
                .hasMessageContaining("double refused to start (code 1) before it was ready")
                .hasMessageContaining("Invalid option -Q");
        assertThat(failure.exit().orElseThrow().cause()).isEqualTo(ExitCause.REFUSED);
    }

    @Test
    void aDeadProcessIsNotReadyWhateverTheProofSays() {
        ManagedProcess process = start("kill -KILL $$");
        process.exit().await(Eventually.LIMIT);

        assertThat(failure(process.whenReady(startup -> "yes", LONG)))
                .hasMessageContaining("was killed by signal 9 before it was ready");
    }

    @Test
    void whatTheProofThrowsIsInTheError() {
        ManagedProcess process = start("exec sleep 100");

        NotReadyException failure =
                failure(
                        process.whenReady(
                                startup -> {
                                    throw new IllegalStateException("no UGens are installed");
                                },
                                LONG));

        assertThat(failure).hasMessageContaining("double cannot be used: no UGens are installed");
        assertThat(failure).hasCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    void releasedItIsNotWaitedForAnyMore() {
        ManagedProcess process = manager.start(Doubles.script(directory, "exec sleep 100", true));
        Reply<OutputLine> ready = process.whenReady(Readiness.printed(OutputKind.READY), LONG);

        process.release();

        assertThat(failure(ready)).hasMessageContaining("is not watched any more");
        ProcessHandle.of(process.identity().pid()).orElseThrow().destroyForcibly();
    }

    @Test
    void aProgramThatIsTooOldIsNamedWhenItFails() throws Exception {
        Path old = Files.writeString(directory.resolve("scsynth"), "#!/bin/sh\necho scsynth 3.6.6");
        assertThat(old.toFile().setExecutable(true)).isTrue();
        Program program = Program.scsynth().at(old.toString());
        ProcessSpec spec =
                new ProcessSpec(
                        "scsynth old",
                        program,
                        List.of(),
                        Map.of(),
                        directory,
                        directory.resolve("old.log"),
                        false);

        assertThat(manager.version(program)).contains("3.6.6");
        assertThat(
                        failure(
                                manager.start(spec)
                                        .whenReady(Readiness.printed(OutputKind.READY), LONG)))
                .hasMessageContaining("it is version 3.6.6 and 3.9 or later is needed: install");
    }

    @Test
    void versionsAreComparedAsNumbers() {
        assertThat(Versions.isOlder("3.10.0", "3.9")).isFalse();
        assertThat(Versions.isOlder("3.9", "3.9.0")).isFalse();
        assertThat(Versions.isOlder("3.8.1", "3.9")).isTrue();
        assertThatThrownBy(() -> manager.version(Program.scsynth().at("no-such-program")))
                .hasMessageContaining("no-such-program was not found in");
    }
}
