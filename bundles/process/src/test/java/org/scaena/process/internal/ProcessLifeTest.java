package org.scaena.process.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scaena.process.ExitCause;
import org.scaena.process.ManagedProcess;
import org.scaena.process.OutputKind;
import org.scaena.process.OutputLine;
import org.scaena.process.ProcessException;
import org.scaena.process.ProcessExit;
import org.scaena.process.ProcessSpec;

/** Starting, watching and ending, with shell doubles. */
class ProcessLifeTest {

    private static final Duration GRACE = Duration.ofMillis(200);

    @TempDir private Path directory;
    private final LocalProcessManager manager = new LocalProcessManager();

    @AfterEach
    void endAll() {
        manager.processes().forEach(process -> process.end(Duration.ZERO).await(Eventually.LIMIT));
        manager.deactivate();
    }

    private ManagedProcess start(String script) {
        return manager.start(Doubles.script(directory, script));
    }

    /** Also true of a zombie that nobody has waited for yet. */
    private static boolean isGone(ProcessHandle handle) {
        return ProcFs.startTicks(handle.pid()).isEmpty();
    }

    @Test
    void writesOutputAndErrorsToTheFile() throws IOException {
        ProcessExit exit = start("echo one; echo two >&2").exit().await(Eventually.LIMIT);

        assertThat(exit.lastLines()).containsExactly("one", "two");
        assertThat(Files.readString(directory.resolve("out.log"))).isEqualTo("one\ntwo\n");
        assertThat(manager.processes()).isEmpty();
    }

    @Test
    void readsNothingOfAnEarlierProcessFromTheSameFile() {
        start("echo JackDriver: killed by jack").exit().await(Eventually.LIMIT);

        ProcessExit exit = start("echo new").exit().await(Eventually.LIMIT);

        assertThat(exit.lastLines()).containsExactly("new");
        assertThat(exit.cause()).isEqualTo(ExitCause.LEFT);
    }

    @Test
    void tellsListenersWhatEachLineSays() throws IOException {
        ManagedProcess process =
                start("until [ -e go ]; do sleep 0.01; done; echo late 0.5; printf half");
        List<OutputLine> heard = new CopyOnWriteArrayList<>();
        process.listen(
                line -> {
                    throw new IllegalStateException("a listener of no use");
                });
        process.listen(heard::add);

        Files.createFile(directory.resolve("go"));
        process.exit().await(Eventually.LIMIT);

        assertThat(heard).extracting(OutputLine::text).containsExactly("late 0.5", "half");
        assertThat(heard)
                .extracting(OutputLine::kind)
                .containsExactly(OutputKind.LATE, OutputKind.OTHER);
    }

    @Test
    void classifiesTheExit() {
        assertThat(start("exit 0").exit().await(Eventually.LIMIT).cause())
                .isEqualTo(ExitCause.LEFT);
        assertThat(start("exit 1").exit().await(Eventually.LIMIT).cause())
                .isEqualTo(ExitCause.REFUSED);

        ProcessExit crash = start("kill -SEGV $$").exit().await(Eventually.LIMIT);

        assertThat(crash.cause()).isEqualTo(ExitCause.CRASHED);
        assertThat(crash.signal()).hasValue(11);
    }

    @Test
    void aProcessThatIsAskedEndsAtOnce() {
        ManagedProcess process = start("echo up; exec sleep 100");
        Doubles.line(process, "up");

        ProcessExit exit = process.end(Duration.ofMinutes(1)).await(Eventually.LIMIT);

        assertThat(exit.cause()).isEqualTo(ExitCause.ASKED);
        assertThat(exit.signal()).hasValue(15);
        assertThat(process.isAlive()).isFalse();
    }

    @Test
    void aProcessThatDoesNotHearIsKilledAfterTheGrace() {
        String deaf = "trap '' TERM; echo up; while :; do sleep 0.05; done";
        ManagedProcess process = start(deaf);
        Doubles.line(process, "up");
        ManagedProcess announced = start(deaf);
        Doubles.line(announced, "up");
        announced.expectExit();

        assertThat(process.end(GRACE).await(Eventually.LIMIT).cause()).isEqualTo(ExitCause.HUNG);
        assertThat(announced.end(GRACE).await(Eventually.LIMIT).cause()).isEqualTo(ExitCause.ASKED);
    }

    @Test
    void endsTheWholeTree() {
        ManagedProcess process =
                start(
                        "sleep 100 & echo child $!; setsid sh -c 'echo stray $$; exec sleep 100' &"
                                + " wait");
        ProcessHandle child = Doubles.handle(process, "child");
        ProcessHandle stray = Doubles.handle(process, "stray");

        process.end(GRACE).await(Eventually.LIMIT);

        Eventually.until("both gone", () -> isGone(child) && isGone(stray));
    }

    @Test
    void aCrashLeavesNoDescendants() {
        ManagedProcess process = start("sleep 100 & echo child $!; kill -KILL $$");
        ProcessHandle child = Doubles.handle(process, "child");

        assertThat(process.exit().await(Eventually.LIMIT).cause()).isEqualTo(ExitCause.CRASHED);

        Eventually.until("child gone", () -> isGone(child));
    }

    @Test
    void livesInASessionOfItsOwn() {
        ManagedProcess process = start("echo session $(cut -d' ' -f6 /proc/$$/stat); sleep 100");

        assertThat(Doubles.line(process, "session"))
                .isEqualTo("session " + process.identity().pid());
    }

    @Test
    @Tag("slow")
    void survivesNoiseWithoutBlockingIt() throws IOException {
        ManagedProcess process = start("head -c 100000000 /dev/urandom; echo; echo end");

        ProcessExit exit = process.exit().await(Duration.ofSeconds(60));

        assertThat(exit.lastLines()).endsWith("end");
        assertThat(exit.lastLines()).allMatch(line -> line.chars().noneMatch(c -> c < ' '));
        assertThat(Files.size(directory.resolve("out.log"))).isLessThan(50_000_000);
        assertThat(Files.size(directory.resolve("out.log.1"))).isLessThanOrEqualTo(8 << 20);
    }

    @Test
    void namesWhatIsMissing() {
        ProcessSpec spec = Doubles.script(directory, "exit 0");
        ProcessSpec lost =
                new ProcessSpec(
                        "lost",
                        Doubles.SHELL.at("/nowhere/sh"),
                        List.of(),
                        Map.of(),
                        directory,
                        spec.output(),
                        false);
        ProcessSpec mute =
                new ProcessSpec(
                        "mute", Doubles.SHELL, List.of(), Map.of(), directory, directory, false);

        assertThatThrownBy(() -> manager.start(lost))
                .isInstanceOf(ProcessException.class)
                .hasMessageContaining("/nowhere/sh")
                .hasMessageContaining("install a shell");
        assertThatThrownBy(() -> manager.start(mute))
                .isInstanceOf(ProcessException.class)
                .hasMessageContaining("cannot go to");
        assertThat(manager.processes()).isEmpty();
    }

    @Test
    void namesWhatCannotBeExecuted() throws IOException {
        Path text = Files.writeString(directory.resolve("scsynth"), "no program");
        ProcessSpec spec =
                new ProcessSpec(
                        "text",
                        Doubles.SHELL.at(text.toString()),
                        List.of(),
                        Map.of(),
                        directory,
                        directory.resolve("text.log"),
                        false);

        assertThatThrownBy(() -> manager.start(spec))
                .isInstanceOf(ProcessException.class)
                .hasMessageContaining(text + ", which cannot be executed")
                .hasMessageContaining("install a shell");
        assertThat(manager.processes()).isEmpty();
    }

    @Test
    void stoppingLeavesThoseThatMayOutliveTheHost() {
        ManagedProcess ours = start("exec sleep 100");
        ManagedProcess free = manager.start(Doubles.script(directory, "exec sleep 100", true));
        ProcessHandle freeHandle = ProcessHandle.of(free.identity().pid()).orElseThrow();
        try {
            manager.deactivate();

            assertThat(ours.isAlive()).isFalse();
            assertThat(freeHandle.isAlive()).isTrue();
            assertThatThrownBy(() -> free.exit().await(Eventually.LIMIT))
                    .isInstanceOf(ProcessException.class)
                    .hasMessageContaining("adopt");
            assertThatThrownBy(() -> start("exit 0"))
                    .isInstanceOf(ProcessException.class)
                    .hasMessageContaining("stopped");
        } finally {
            freeHandle.destroyForcibly();
        }
    }
}
