package org.scaena.process.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scaena.process.ExitCause;
import org.scaena.process.ManagedProcess;
import org.scaena.process.Port;
import org.scaena.process.PortHolder;
import org.scaena.process.ProcessException;
import org.scaena.process.ProcessSpec;

/** Ports that are taken: by strangers, by grandchildren, by what a dead host left. */
class PortsTest {

    @TempDir private Path directory;
    private final LocalProcessManager manager = new LocalProcessManager();
    private int port;

    @BeforeEach
    void choosePort() throws IOException {
        port = RealJack.freePort();
    }

    @AfterEach
    void endAll() {
        manager.deactivate();
    }

    private ProcessSpec spec(String script) {
        return Doubles.script(directory, script).withPorts(Set.of(Port.udp(port)));
    }

    @Test
    void aFreePortIsNobodys() {
        assertThat(manager.portHolder(Port.udp(port))).isEmpty();
    }

    @Test
    void aStrangerIsNamedAndNothingIsStarted() throws IOException {
        try (DatagramSocket stranger = new DatagramSocket(port, InetAddress.getLoopbackAddress())) {
            PortHolder holder = manager.portHolder(Port.udp(stranger.getLocalPort())).orElseThrow();
            assertThat(holder.pid()).isEqualTo(ProcessHandle.current().pid());
            assertThat(holder.identity()).isEmpty();

            assertThatThrownBy(() -> manager.start(spec("exec sleep 100")))
                    .isInstanceOf(ProcessException.class)
                    .hasMessageContaining("UDP port " + port + " of double is taken by ")
                    .hasMessageContaining("pid " + holder.pid());
            assertThat(manager.processes()).isEmpty();
        }
    }

    @Test
    void aStrangerHasAMomentToLetGo() throws Exception {
        FutureTask<ManagedProcess> start =
                new FutureTask<>(() -> manager.start(spec(PortDouble.holding(port))));
        Thread starting = new Thread(start, "starting");
        try (DatagramSocket stranger = new DatagramSocket(port, InetAddress.getLoopbackAddress())) {
            starting.start();
            Eventually.until(
                    () -> "one who waits for " + stranger.getLocalPort(),
                    () -> starting.getState() == Thread.State.TIMED_WAITING);
        }
        assertThat(Doubles.line(start.get(), "holds")).isEqualTo("holds " + port);
    }

    @Test
    void whoeverHasTheNumberInTcpOnlyIsNotInTheWay() throws IOException {
        try (ServerSocket stranger = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThat(manager.portHolder(Port.tcp(stranger.getLocalPort()))).isPresent();
            assertThat(manager.portHolder(Port.udp(port))).isEmpty();

            ManagedProcess process = manager.start(spec(PortDouble.holding(port)));

            assertThat(Doubles.line(process, "holds")).isEqualTo("holds " + port);
        }
    }

    @Test
    void aTcpPortIsLookedAtForWhatWillHaveOne() throws IOException {
        ProcessSpec listening =
                Doubles.script(directory, "exec sleep 100").withPorts(Set.of(Port.tcp(port)));
        try (ServerSocket stranger = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> manager.start(listening))
                    .isInstanceOf(ProcessException.class)
                    .hasMessageContaining("TCP port " + stranger.getLocalPort());
        }
    }

    @Test
    void ourOwnOfALivingHostIsNoOrphan() {
        ManagedProcess first = manager.start(spec(PortDouble.holding(port)));
        Doubles.line(first, "holds");

        PortHolder holder = manager.portHolder(Port.udp(port)).orElseThrow();
        assertThat(holder.identity().orElseThrow().token()).isEqualTo(first.identity().token());
        assertThatThrownBy(() -> manager.start(spec("exec sleep 100")))
                .isInstanceOf(ProcessException.class);
        assertThat(first.isAlive()).isTrue();
    }

    @Test
    void aGrandchildThatKeepsThePortGoesWithTheProcess() {
        String grandchild = "(%s) & wait".formatted(PortDouble.holding(port));
        ManagedProcess process = manager.start(spec(grandchild));
        Doubles.line(process, "holds");

        assertThat(process.end(Duration.ofSeconds(20)).await(Eventually.LIMIT).cause())
                .isEqualTo(ExitCause.ASKED);

        Eventually.until("the port is free", () -> manager.portHolder(Port.udp(port)).isEmpty());
    }

    @Test
    void soDoesOneThatHasLostItsParentAndItsEnvironment() throws Exception {
        String grandchild = "(env -i %s) & wait".formatted(PortDouble.holding(port));
        ManagedProcess process = manager.start(spec(grandchild));
        Doubles.line(process, "holds");

        RealJack.signal("KILL", process.identity().pid());
        assertThat(process.exit().await(Eventually.LIMIT).cause()).isEqualTo(ExitCause.CRASHED);

        Eventually.until("the port is free", () -> manager.portHolder(Port.udp(port)).isEmpty());
    }

    @Test
    void whatADeadHostLeftIsEndedAndThePortUsedAgain() throws Exception {
        ProcessSpec former = Doubles.script(directory, PortDouble.holding(port), true);
        long orphan = HostDiesTest.startInAHostThatHalts(former).pid();
        Eventually.until("it has the port", () -> manager.portHolder(Port.udp(port)).isPresent());

        ManagedProcess next = manager.start(spec(PortDouble.holding(port)));

        assertThat(Doubles.line(next, "holds")).isEqualTo("holds " + port);
        assertThat(ProcFs.startTicks(orphan)).isEmpty();
    }

    @Test
    void whatADeadHostOfAnotherInstallationLeftIsAStranger() throws Exception {
        Path elsewhere = directory.resolve("elsewhere");
        ProcessSpec theirs = Doubles.script(elsewhere, PortDouble.holding(port), true);
        long orphan = HostDiesTest.startInAHostThatHalts(theirs).pid();
        try {
            Eventually.until(
                    "it has the port", () -> manager.portHolder(Port.udp(port)).isPresent());

            assertThatThrownBy(() -> manager.start(spec("exec sleep 100")))
                    .isInstanceOf(ProcessException.class)
                    .hasMessageContaining("is taken by");
        } finally {
            ProcessHandle.of(orphan).orElseThrow().destroyForcibly();
        }
    }
}
