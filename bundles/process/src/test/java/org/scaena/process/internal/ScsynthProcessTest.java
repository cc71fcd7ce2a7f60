package org.scaena.process.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.scaena.process.ExitCause;
import org.scaena.process.ManagedProcess;
import org.scaena.process.OutputKind;
import org.scaena.process.ProcessException;
import org.scaena.process.ProcessExit;
import org.scaena.process.ProcessIdentity;
import org.scaena.process.ProcessSpec;

/** The real scsynth, started, ended, killed and handed over. It must be installed. */
class ScsynthProcessTest extends WithScsynth {

    private static final Duration PATIENT = Duration.ofSeconds(20);
    private static final Duration GRACE = Duration.ofMillis(300);

    @Test
    void isReadyAndEndsWhenAsked() {
        ManagedProcess scsynth = RealJack.ready(manager(), spec());
        assertThat(RealJack.sharedMemory(port())).exists();
        assertThat(scsynth.lastLines(50)).anyMatch(line -> line.contains("system:playback_1"));

        ProcessExit exit = scsynth.end(PATIENT).await(Eventually.LIMIT);

        assertThat(exit.cause()).isEqualTo(ExitCause.ASKED);
        assertThat(RealJack.sharedMemory(port())).doesNotExist();
    }

    @Test
    void killedIsACrashThatLeavesNothing() throws Exception {
        ManagedProcess scsynth = RealJack.ready(manager(), spec());

        RealJack.signal("KILL", scsynth.identity().pid());
        ProcessExit exit = scsynth.exit().await(Eventually.LIMIT);

        assertThat(exit.cause()).isEqualTo(ExitCause.CRASHED);
        assertThat(exit.signal()).hasValue(9);
        assertThat(exit.lastLines()).anyMatch(line -> line.contains("server ready"));
        assertThat(RealJack.sharedMemory(port())).doesNotExist();
        assertThat(manager().processes()).isEmpty();
    }

    @Test
    void quitByUsIsAskedAndByAnotherIsLeft() throws IOException {
        ManagedProcess ours = RealJack.ready(manager(), spec());
        ours.expectExit();
        RealJack.send(port(), "/quit");
        assertThat(ours.exit().await(Eventually.LIMIT).cause()).isEqualTo(ExitCause.ASKED);

        ManagedProcess surprised = RealJack.ready(manager(), spec());
        RealJack.send(port(), "/quit");
        ProcessExit exit = surprised.exit().await(Eventually.LIMIT);

        assertThat(exit.cause()).isEqualTo(ExitCause.LEFT);
        assertThat(exit.code()).isZero();
    }

    @Test
    void frozenIsKilledAfterTheGrace() throws Exception {
        ManagedProcess scsynth = RealJack.ready(manager(), spec());
        RealJack.freeze(scsynth.identity().pid());

        ProcessExit exit = scsynth.end(GRACE).await(Eventually.LIMIT);

        assertThat(exit.cause()).isEqualTo(ExitCause.HUNG);
        assertThat(exit.signal()).hasValue(9);
    }

    @Test
    void aTakenPortIsRefusedAndItsOwnerUnharmed() throws IOException {
        ManagedProcess owner = RealJack.ready(manager(), spec());

        assertThatThrownBy(() -> manager().start(spec()))
                .isInstanceOf(ProcessException.class)
                .hasMessageContaining("port " + port())
                .hasMessageContaining("scsynth (pid " + owner.identity().pid());
        ProcessExit unasked =
                manager().start(spec().withPorts(Set.of())).exit().await(Eventually.LIMIT);

        assertThat(unasked.cause()).isEqualTo(ExitCause.REFUSED);
        assertThat(owner.isAlive()).isTrue();
    }

    @Test
    void aWrongOptionIsRefused() {
        ProcessExit exit = manager().start(spec("-Q", "3")).exit().await(Eventually.LIMIT);

        assertThat(exit.cause()).isEqualTo(ExitCause.REFUSED);
    }

    @Test
    void withoutJackTheAudioIsLost() {
        Map<String, String> environment = new HashMap<>(audio().environment());
        environment.put("JACK_DEFAULT_SERVER", "no-such-server");
        ProcessSpec spec = RealJack.scsynth(port(), environment, directory());

        ProcessExit exit = manager().start(spec).exit().await(Eventually.LIMIT);

        assertThat(exit.cause()).isEqualTo(ExitCause.AUDIO_LOST);
        assertThat(RealJack.sharedMemory(port())).doesNotExist();
    }

    @Test
    void aFailedCommandIsRecognised() throws IOException {
        ManagedProcess scsynth = RealJack.ready(manager(), spec());

        RealJack.send(port(), "/nonsense");

        Eventually.until("the failure", () -> RealJack.hasPrinted(scsynth, OutputKind.FAILURE));
    }

    @Test
    void isTakenOverByAnotherManager() throws Exception {
        ManagedProcess before = RealJack.ready(manager(), spec());
        before.release();
        LocalProcessManager successor = new LocalProcessManager();
        try {
            ManagedProcess after = successor.adopt(before.identity(), spec()).orElseThrow();
            assertThat(after.isAlive()).isTrue();
            assertThat(after.lastLines(50)).anyMatch(line -> line.contains("server ready"));
            assertThat(successor.processes()).containsExactly(after);

            RealJack.signal("KILL", after.identity().pid());
            ProcessExit exit = after.exit().await(Eventually.LIMIT);

            assertThat(exit.cause()).isEqualTo(ExitCause.CRASHED);
            assertThat(exit.code()).isEqualTo(-1);
            assertThat(RealJack.sharedMemory(port())).doesNotExist();
        } finally {
            successor.deactivate();
        }
    }

    @Test
    void takenOverItsQuitAndItsEndAreSeen() throws IOException {
        LocalProcessManager successor = new LocalProcessManager();
        try {
            ManagedProcess first = RealJack.ready(manager(), spec());
            first.release();
            ManagedProcess quitting = successor.adopt(first.identity(), spec()).orElseThrow();
            RealJack.send(port(), "/quit");
            assertThat(quitting.exit().await(Eventually.LIMIT).cause()).isEqualTo(ExitCause.LEFT);

            ManagedProcess second = RealJack.ready(manager(), spec());
            second.release();
            ManagedProcess ended = successor.adopt(second.identity(), spec()).orElseThrow();
            assertThat(ended.end(PATIENT).await(Eventually.LIMIT).cause())
                    .isEqualTo(ExitCause.ASKED);
            assertThat(RealJack.sharedMemory(port())).doesNotExist();
        } finally {
            successor.deactivate();
        }
    }

    @Test
    void aStrangerIsNotTakenOver() {
        ManagedProcess scsynth = RealJack.ready(manager(), spec());
        ProcessIdentity real = scsynth.identity();
        long ourPid = ProcessHandle.current().pid();

        assertThat(manager().adopt(real, spec())).contains(scsynth);
        assertThat(adopt(real.pid(), real, "another")).isEmpty();
        assertThat(adopt(real.pid(), real, "")).isEmpty();
        assertThat(adopt(ourPid, real, real.token())).isEmpty();
        ProcessIdentity older =
                new ProcessIdentity(real.pid(), real.startTime().minusSeconds(60), real.token());
        assertThat(manager().adopt(older, spec())).isEmpty();
        scsynth.end(PATIENT).await(Eventually.LIMIT);
        assertThat(manager().adopt(real, spec())).isEmpty();
    }

    private Optional<ManagedProcess> adopt(long pid, ProcessIdentity real, String token) {
        return manager().adopt(new ProcessIdentity(pid, real.startTime(), token), spec());
    }
}
