package org.scaena.process.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scaena.process.AudioRequest;
import org.scaena.process.AudioRequest.Driver;
import org.scaena.process.AudioServer;
import org.scaena.process.ExitCause;
import org.scaena.process.ManagedProcess;

/** Two hundred lives of the real scsynth, each ended by a kill. */
@Tag("slow")
class ManyRestartsTest {

    private static final int LIVES = 200;
    private static final Duration LIMIT = Eventually.LIMIT;

    @TempDir private Path directory;
    private final LocalProcessManager manager = new LocalProcessManager();

    @AfterEach
    void endAll() {
        manager.deactivate();
    }

    @Test
    void leaveNoOrphanNoDoubleAndNoDescriptor() throws Exception {
        AudioServer audio =
                new JackAudioSystem(manager)
                        .open(
                                new AudioRequest(
                                        Driver.DUMMY,
                                        RealJack.nameFor(getClass()),
                                        48_000,
                                        64,
                                        directory,
                                        false));
        long jackd = audio.process().orElseThrow().identity().pid();
        int port = RealJack.freePort();
        long descriptors = 0;
        for (int life = 1; life <= LIVES; life++) {
            ManagedProcess scsynth =
                    manager.start(RealJack.scsynth(port, audio.environment(), directory));
            scsynth.whenReady(Osc.usable(port), LIMIT).await(LIMIT);
            long pid = scsynth.identity().pid();
            assertThat(ours()).as("life " + life).containsExactlyInAnyOrder(jackd, pid);

            ProcessHandle.of(pid).orElseThrow().destroyForcibly();

            assertThat(scsynth.exit().await(LIMIT).cause()).isEqualTo(ExitCause.CRASHED);
            assertThat(ours()).as("after life " + life).containsExactly(jackd);
            assertThat(RealJack.sharedMemory(port)).doesNotExist();
            descriptors = life == 1 ? descriptors() : descriptors;
        }

        long before = descriptors;
        Eventually.until("as many descriptors as before", () -> descriptors() <= before);
    }

    /** The living processes that this JVM has started, whoever their parent is now. */
    private static Set<Long> ours() {
        String mark = ProcessHandle.current().pid() + ":";
        return ProcFs.matching(
                        pid ->
                                ProcFs.startTicks(pid).isPresent()
                                        && ProcFs.variable(pid, HostMark.VARIABLE)
                                                .filter(host -> host.startsWith(mark))
                                                .isPresent())
                .stream()
                .map(ProcessHandle::pid)
                .collect(Collectors.toSet());
    }

    private static long descriptors() {
        try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            return open.count();
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }
}
