package org.scaena.process.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.scaena.process.ExitCause;
import org.scaena.process.ManagedProcess;
import org.scaena.process.MemoryUse;
import org.scaena.process.ProcessExit;
import org.scaena.process.ProcessLimits;

/** Fault 17 of the paper about reliability: the memory of a real scsynth grows. */
class MemoryTest extends WithScsynth {

    private static final int SAMPLES = 16 << 20;
    private static final long BUFFER_BYTES = 4L * SAMPLES;

    private final List<MemoryUse> told = new CopyOnWriteArrayList<>();

    private ManagedProcess withRoomForHalfABuffer() {
        ManagedProcess measured = RealJack.ready(manager(), spec());
        long alone = ProcFs.residentBytes(measured.identity().pid()).orElseThrow();
        measured.expectExit();
        measured.end(Eventually.LIMIT).await(Eventually.LIMIT);
        ProcessLimits limits = ProcessLimits.NONE.withResidentBytes(alone + BUFFER_BYTES / 2);
        ManagedProcess scsynth = RealJack.ready(manager(), spec().with(limits));
        scsynth.listenToMemory(told::add);
        return scsynth;
    }

    private void send(String command, Object... arguments) throws IOException {
        try (Osc osc = new Osc(port())) {
            osc.send(Osc.message(command, arguments));
        }
    }

    /** That it is told once for each crossing shows {@link MemoryWatchTest}, which knows when. */
    @Test
    void aCrossingIsToldAndItPlaysOn() throws IOException {
        ManagedProcess scsynth = withRoomForHalfABuffer();

        send("/b_alloc", 0, SAMPLES, 1);
        Eventually.until("the crossing", () -> !told.isEmpty());
        send("/b_free", 0);
        Eventually.until("it is gone", () -> resident(scsynth) < told.get(0).limitBytes());

        assertThat(told).allMatch(use -> use.residentBytes() > use.limitBytes());
        assertThat(scsynth.isAlive()).isTrue();
    }

    /** As the kernel does to whoever holds most when there is none left. */
    @Test
    void beingKilledForItIsACrash() throws Exception {
        ManagedProcess scsynth = withRoomForHalfABuffer();
        send("/b_alloc", 0, SAMPLES, 1);
        Eventually.until("the crossing", () -> !told.isEmpty());

        RealJack.signal("KILL", scsynth.identity().pid());
        ProcessExit exit = scsynth.exit().await(Eventually.LIMIT);

        assertThat(exit.cause()).isEqualTo(ExitCause.CRASHED);
        assertThat(exit.signal()).hasValue(9);
    }

    private static long resident(ManagedProcess process) {
        return ProcFs.residentBytes(process.identity().pid()).orElseThrow();
    }
}
