package org.scaena.process.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.scaena.process.Ending;
import org.scaena.process.ExitCause;
import org.scaena.process.ManagedProcess;
import org.scaena.process.NotReadyException;
import org.scaena.process.OutputKind;
import org.scaena.process.ProcessExit;
import org.scaena.process.ProcessLimits;

/** What goes wrong with the real scsynth, and what it is called. */
class ScsynthFaultsTest extends WithScsynth {

    private static final Duration LIMIT = Eventually.LIMIT;
    private static final Ending UNRESPONSIVE = Ending.unresponsive(Duration.ofMillis(500));

    private ManagedProcess usable(String... options) {
        ManagedProcess scsynth = manager().start(spec(options));
        assertThat(scsynth.whenReady(Osc.usable(port()), LIMIT).await(LIMIT)).isEqualTo(port());
        return scsynth;
    }

    private void send(byte[]... packets) throws IOException {
        try (Osc osc = new Osc(port())) {
            for (byte[] packet : packets) {
                osc.send(packet);
            }
        }
    }

    private static void awaitCount(ManagedProcess process, OutputKind kind) {
        Eventually.until(kind + " is counted", () -> process.counts().containsKey(kind));
    }

    @Test
    void isProvedByACanarySynth() {
        assertThat(usable().counts()).containsEntry(OutputKind.READY, 1L);
    }

    @Test
    void withoutUnitsItIsNotReadyWhateverItSays() {
        ManagedProcess scsynth = manager().start(spec("-U", directory().toString()));

        NotReadyException failure =
                catchThrowableOfType(
                        NotReadyException.class,
                        () -> scsynth.whenReady(Osc.usable(port()), LIMIT).await(LIMIT));

        assertThat(failure).hasMessageContaining("UGens are where -U says");
        assertThat(scsynth.counts()).containsKeys(OutputKind.READY, OutputKind.SYNTHDEF_REFUSED);
    }

    @Test
    void aPortBeyondTheLastIsRefusedBeforeAnythingIsStarted() {
        assertThatThrownBy(() -> RealJack.scsynth(99_999, Map.of(), directory()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("port must be from 1 to 65535, not 99999");
    }

    @Test
    void aSpinningNetworkThreadIsEndedAsUnresponsive() throws Exception {
        ManagedProcess scsynth = usable();
        send(Osc.SPINNER);
        Eventually.until("deaf", () -> !answers());

        ProcessExit exit = scsynth.end(UNRESPONSIVE).await(Eventually.LIMIT);

        assertThat(exit.cause()).isEqualTo(ExitCause.HUNG);
    }

    private boolean answers() {
        try (Osc osc = new Osc(port())) {
            osc.send(Osc.message("/status"));
            return osc.hears("/status.reply", Duration.ofMillis(300));
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    @Test
    void aDefinitionThatKillsItIsACrash() throws IOException {
        ManagedProcess scsynth = usable();

        send(Osc.KILLER);
        ProcessExit exit = scsynth.exit().await(Eventually.LIMIT);

        assertThat(exit.cause()).isEqualTo(ExitCause.CRASHED);
        assertThat(exit.description()).isEqualTo("was killed by signal 11");
    }

    @Test
    void quitIsEnoughAndTermIsNotNeeded() throws IOException {
        ManagedProcess scsynth = usable();
        Runnable quit =
                () -> {
                    try {
                        send(Osc.message("/quit"));
                    } catch (IOException failure) {
                        throw new AssertionError(failure);
                    }
                };

        ProcessExit exit = scsynth.end(Ending.asked(LIMIT).after(quit, LIMIT)).await(LIMIT);

        assertThat(exit.cause()).isEqualTo(ExitCause.ASKED);
        assertThat(exit.code()).isZero();
    }

    @Test
    void aFrozenOneIsDeafToQuitAndTermAndEndedNevertheless() throws Exception {
        ManagedProcess scsynth = usable();
        RealJack.freeze(scsynth.identity().pid());
        Duration moment = Duration.ofMillis(100);

        ProcessExit exit =
                scsynth.end(Ending.unresponsive(moment).after(() -> {}, moment))
                        .await(Eventually.LIMIT);

        assertThat(exit.cause()).isEqualTo(ExitCause.HUNG);
        assertThat(exit.signal()).hasValue(9);
    }

    @Test
    void whatIsUsedUpIsCountedWithTheOptionToRaise() throws IOException {
        ManagedProcess scsynth = usable("-n", "8", "-l", "1", "-w", "1");
        List<String> raised =
                List.of(OutputKind.TOO_MANY_NODES, OutputKind.TOO_MANY_LOGINS).stream()
                        .flatMap(kind -> kind.optionToRaise().stream())
                        .toList();
        assertThat(raised).containsExactly("maxNodes", "maxLogins");

        for (int id = 1000; id < 1020; id++) {
            send(Osc.message("/g_new", id, 0, 0));
        }
        awaitCount(scsynth, OutputKind.TOO_MANY_NODES);
        try (Osc first = new Osc(port());
                Osc second = new Osc(port())) {
            first.send(Osc.message("/notify", 1));
            second.send(Osc.message("/notify", 1));
            awaitCount(scsynth, OutputKind.TOO_MANY_LOGINS);
        }
    }

    @Test
    void memoryAndWiresThatAreUsedUpAreCountedToo() throws IOException {
        ManagedProcess scsynth = usable("-n", "8192", "-m", "256");
        assertThat(OutputKind.ALLOC_FAILED.optionToRaise()).contains("memSize");
        assertThat(OutputKind.TOO_FEW_WIRE_BUFS.optionToRaise()).contains("numWireBufs");

        send(Osc.message("/d_recv", (Object) SynthDefs.wires("many", 100)));
        awaitCount(scsynth, OutputKind.TOO_FEW_WIRE_BUFS);
        send(Osc.message("/d_recv", (Object) SynthDefs.of("one", "DC")));
        Eventually.until(
                "its memory is used up",
                () -> {
                    try {
                        for (int i = 0; i < 50; i++) {
                            send(Osc.message("/s_new", "one", -1, 0, 0));
                        }
                    } catch (IOException failure) {
                        throw new AssertionError(failure);
                    }
                    return scsynth.counts().containsKey(OutputKind.ALLOC_FAILED);
                });
        assertThat(scsynth.isAlive()).isTrue();
    }

    @Test
    void whatComesTooLateIsCountedAndNoReasonToEndIt() throws IOException {
        ManagedProcess scsynth = usable();

        send(Osc.at(Instant.now().minusSeconds(5), Osc.message("/g_new", 1000, 0, 0)));

        awaitCount(scsynth, OutputKind.LATE);
        assertThat(answers()).isTrue();
        assertThat(scsynth.isAlive()).isTrue();
    }

    @Test
    void aFreezeThatIsOverLeavesItAsItWas() throws Exception {
        ManagedProcess scsynth = usable();
        RealJack.freeze(scsynth.identity().pid());
        assertThat(answers()).isFalse();

        RealJack.signal("CONT", scsynth.identity().pid());

        Eventually.until("it answers again", this::answers);
        assertThat(scsynth.exit()).isNotDone();
    }

    @Test
    void withoutMemoryOfTheMachineItDoesNotPlayAndIsNoneTheWorseForUs() {
        ProcessLimits little = ProcessLimits.NONE.withMemoryBytes(64L << 20);

        ManagedProcess scsynth = manager().start(spec().with(little));

        assertThat(scsynth.exit().await(LIMIT).cause())
                .isIn(ExitCause.CRASHED, ExitCause.REFUSED, ExitCause.AUDIO_LOST);
        assertThat(usable().isAlive()).isTrue();
    }

    @Test
    void whatWasPrintedWhileNobodyWatchedIsCounted() throws IOException {
        ManagedProcess before = usable();
        before.release();
        send(Osc.message("/nonsense"), Osc.message("/nonsense"));
        LocalProcessManager successor = new LocalProcessManager();
        try {
            Eventually.until(
                    "it is in the file",
                    () -> RealJack.read(before.spec().output()).contains("/nonsense"));

            ManagedProcess after = successor.adopt(before.identity(), spec()).orElseThrow();

            awaitCount(after, OutputKind.FAILURE);
            assertThat(after.counts()).doesNotContainKey(OutputKind.READY);
        } finally {
            successor.deactivate();
        }
    }
}
