package org.scaena.server.internal;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.scaena.osc.OscBlob;
import org.scaena.osc.OscBundle;
import org.scaena.osc.OscConstant;
import org.scaena.osc.OscMessage;
import org.scaena.osc.OscTimeTag;

/** What must not reach scsynth, and what must. */
class CommandCheckTest {

    private final CommandCheck check = Checks.of(4);

    private static OscMessage m(String address, Object... arguments) {
        return OscMessage.of(address, arguments);
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                wrong("/b_alloc: buffer must be 0…7, not 8", m("/b_alloc", 8, 1, 1)),
                wrong("/b_alloc: buffer must be 0…7, not -1", m("/b_alloc", -1, 1, 1)),
                wrong("b_alloc: buffer must be 0…7, not 5000", m("b_alloc", 5000, 1)),
                wrong("/b_alloc: size must be at least 1, not -5", m("/b_alloc", 0, -5, 1)),
                wrong(
                        "/b_alloc: frames × channels must be 1…1000000, half of this machine's"
                                + " memory at most, not 4000000",
                        m("/b_alloc", 0, 2_000_000, 2)),
                wrong("/b_query: buffer must be 0…7, not 9", m("/b_query", 0, 9)),
                wrong("/b_gen: buffer must be 0…7, not 9", m("/b_gen", 0, "copy", 0, 9, 0, -1)),
                wrong("/c_set: control bus must be 0…3, not 4", m("/c_set", 0, 1f, 4, 1f)),
                wrong("/c_fill: count must be 1…2, not 3", m("/c_fill", 2, 3, 1f)),
                wrong("/n_map: control bus must be at most 3, not 4", m("/n_map", 1, "freq", 4)),
                wrong("/n_mapa: audio bus must be at most 15, not 16", m("/n_mapa", 1, 0, 16)),
                wrong(
                        "/n_set: a bus must be c0…c3 or a0…a15, not c4",
                        m("/n_set", 1, "freq", "c4")),
                wrong(
                        "/n_set: a value must be a float32, an int32 or a bus, not 2.0",
                        m("/n_set", 1, "freq", 2d)),
                wrong(
                        "/s_new: a value must be a float32, an int32 or a bus, not NIL",
                        m("/s_new", "x", 1, 0, 1, "freq", OscConstant.NIL)),
                wrong("/n_set needs more than its 2 arguments", m("/n_set", 1, "freq")),
                wrong(
                        "/n_setn: count must be the number of values behind it, 1, not 2000",
                        m("/n_setn", 1, "freq", 2000, 1f)),
                wrong(
                        "/n_fill: count must be 1…65536, not 100000",
                        m("/n_fill", 1, 0, 100_000, 1f)),
                wrong("/s_getn: count must be 1…65536, not -1", m("/s_getn", 1, "freq", -1)),
                wrong(
                        "/s_new: the target of add action 2…4 must be another node than the root,"
                                + " not 0",
                        m("/s_new", "x", 1, 4, 0)),
                wrong("/s_new: add action must be 0…4, not 5", m("/s_new", "x", 1, 5, 1)),
                wrong("/status takes no more than 0 arguments, not 1", m("/status", 1)),
                wrong(
                        "/b_zero: the completion message must be an OscPacket, not blob[4]"
                                + " 01020304",
                        m("/b_zero", 0, OscBlob.of(new byte[] {1, 2, 3, 4}))),
                wrong("/b_free: buffer must be 0…7, not 99", m("/b_zero", 0, m("/b_free", 99))),
                wrong(
                        "/d_recv is no synth definition file: cut short (byte 0)",
                        m("/d_recv", OscBlob.of(new byte[20]))));
    }

    private static Arguments wrong(String sentence, OscMessage message) {
        return Arguments.of(sentence, message);
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void saysInOneSentenceWhatIsWrong(String sentence, OscMessage message) {
        assertThatThrownBy(() -> check.admit(message))
                .hasMessage(sentence)
                .isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> check.admit(bundle(message))).hasMessage(sentence);
    }

    static Stream<OscMessage> right() {
        return Stream.of(
                m("/s_new", "x"),
                m("/s_new", "x", -1),
                m("/s_new", "x", 1000, 0, 1, "freq", 440f, 2, "c3", "chord", List.of(1f, 2f, "a1")),
                m("/s_new", "x", 1000, 0, "hh", 1, "freq", 440),
                m("/s_newargs", "x", 1000, 0, 1, "chord", 2, 1f, 2f, "amp", 1, 0.5f),
                m("/n_set", 1, "freq", 1f),
                m("/n_map", 1, "freq", -1),
                m("/b_alloc", 7, 1000),
                m("/b_alloc", 7, 1000, 2, m("/b_query", 7)),
                m("/b_alloc", 7, 1000, 2, 0),
                m("/b_allocReadChannel", 1, "x.wav", 0, -1, 0, 1, m("/b_query", 1)),
                m("/b_write", 1, "x.wav"),
                m("/sync"),
                m("/cmd", "anything", 1, 2d, "x"),
                m("/no/such/command", OscConstant.NIL),
                m("/g_new", 10, 0, 1, 11, 1, 1));
    }

    @ParameterizedTest
    @MethodSource("right")
    void letsPassWhatIsRight(OscMessage message) {
        assertThatCode(() -> check.admit(message)).doesNotThrowAnyException();
    }

    @Test
    void aNodeIsNotPausedTwice() {
        check.admit(m("/n_run", 1000, 0));
        assertThatThrownBy(() -> check.admit(m("/n_run", 1000, 0)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "/n_run: node 1000 is paused already, and scsynth crashes if it is paused"
                                + " twice");
        check.admit(m("/n_run", 1000, 1));
        check.admit(m("/n_run", 1000, 0));
        check.heard(m("/n_off", 1000));
        check.heard(m("/n_on", 1000));
        assertThatThrownBy(() -> check.admit(m("/n_run", 1000, 0)))
                .as("what is heard is an echo of the past")
                .isInstanceOf(IllegalStateException.class);
        check.heard(m("/n_off", 1000));
        check.heard(m("/n_on", 1000));
        check.admit(m("/n_run", 1000, 0));
        check.heard(m("/n_end", 1000));
        check.admit(m("/n_run", 1000, 0));
    }

    @Test
    void aNodeThatGoesOnMayBePausedWhateverEchoesAreStillToCome() {
        check.admit(m("/n_run", 1000, 0));
        check.admit(m("/n_run", 1000, 1));
        check.heard(m("/n_off", 1000));
        check.admit(m("/n_run", 1000, 0));
    }

    @Test
    void aNodeThatAnotherClientPausedIsNotPausedAgain() {
        check.heard(m("/n_off", 1000));

        assertThatThrownBy(() -> check.admit(m("/n_run", 1000, 0)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aPausedNodeThatIsMadeAgainIsPausedStillUnlessItWasFreed() {
        check.admit(m("/n_run", 1000, 0));
        check.admit(m("/s_new", "x", 1000, 0, 1)); // scsynth refuses the number
        assertThatThrownBy(() -> check.admit(m("/n_run", 1000, 0)))
                .isInstanceOf(IllegalStateException.class);

        check.admit(m("/n_free", 1000));
        check.admit(m("/s_new", "x", 1000, 0, 1));
        check.admit(m("/n_run", 1000, 0));
    }

    @Test
    void aRefusedBundleLeavesNoNote() {
        assertThatThrownBy(() -> check.admit(bundle(m("/n_run", 1000, 0), m("/b_free", 99))))
                .isInstanceOf(IllegalArgumentException.class);
        check.admit(m("/n_run", 1000, 0));
        assertThatThrownBy(() -> check.admit(bundle(m("/n_run", 7, 0), m("/n_run", 7, 0))))
                .isInstanceOf(IllegalStateException.class);
        check.admit(m("/n_run", 7, 0)).run();
        check.admit(m("/n_run", 7, 0));
    }

    @Test
    void aGroupIsNotMovedIntoItself() {
        check.admit(m("/g_new", 10, 0, 1));
        check.admit(m("/g_new", 11, 0, 10));
        check.admit(m("/s_new", "x", 12, 0, 11));
        assertRefused("/g_head: node 10 can't be moved into itself", m("/g_head", 11, 10));
        assertRefused("/g_tail: node 10 can't be moved into itself", m("/g_tail", 10, 10));
        assertRefused("/n_before: node 10 can't be moved into itself", m("/n_before", 10, 12));
        assertRefused("/n_after: node 10 can't be moved beside itself", m("/n_after", 10, 10));
        assertRefused("/n_order: node 10 can't be moved into itself", m("/n_order", 1, 11, 12, 10));
        assertRefused("/n_before: node 10 can't be moved beside the root", m("/n_before", 10, 0));
        check.admit(m("/g_tail", 1, 11));
        check.admit(m("/g_head", 11, 10));
        assertRefused("/g_head: node 11 can't be moved into itself", m("/g_head", 10, 11));
    }

    @Test
    void nothingIsReadIntoABufferThatHasMemory() {
        check.admit(m("/b_alloc", 1, 100, 1));
        assertRefused(
                "/b_allocRead: free buffer 1 first, as scsynth crashes later if nothing is read"
                        + " into one that has memory",
                m("/b_allocRead", 1, "x.wav", 5000, 10));
        check.admit(m("/b_free", 1));
        check.admit(m("/b_allocRead", 1, "x.wav", 5000, 10));
        check.heard(m("/fail", "/b_allocRead", "File 'x.wav' could not be opened", 1));
        check.admit(m("/b_allocRead", 1, "x.wav", 5000, 10));
    }

    @Test
    void aServerIsToldToQuitOnce() {
        check.admit(m("/quit"));

        assertRefused("/quit: the server was told to quit already", m("/quit"));
    }

    @Test
    void definitionsAreNotAllForgottenAtOnce() {
        assertRefused(
                "/d_freeAll: free definitions by their names, as scsynth crashes if all go while a"
                        + " synth plays",
                m("/d_freeAll"));
    }

    private void assertRefused(String sentence, OscMessage message) {
        assertThatThrownBy(() -> check.admit(message))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(sentence);
    }

    private static OscBundle bundle(OscMessage... messages) {
        return OscBundle.of(OscTimeTag.IMMEDIATELY, messages);
    }

    @ParameterizedTest
    @CsvSource({"/d_load,bad.scsyndef", "/d_load,*.scsyndef", "/d_loadDir,", "/d_loadDir,inner"})
    void definitionsThatCantBeReadAreNotLoadedHoweverTheyAreNamed(
            String command, @Nullable String name, @TempDir Path folder) throws IOException {
        Path inner = Files.createDirectory(folder.resolve("inner"));
        Files.write(folder.resolve("bad.scsyndef"), new byte[20]);
        Files.write(inner.resolve("bad.scsyndef"), new byte[20]);
        Path path = name == null ? folder : folder.resolve(name);

        assertThatThrownBy(() -> check.admit(m(command, path.toString())))
                .hasMessageContaining("bad.scsyndef is no synth definition file");
    }

    @ParameterizedTest
    @CsvSource({"/d_load,notes.txt*", "/d_load,nowhere/*.scsyndef", "/d_loadDir,nowhere"})
    void whatIsNotHereIsTheServersAffair(String command, String name, @TempDir Path folder)
            throws IOException {
        Files.write(folder.resolve("notes.txt"), new byte[20]);

        assertThatCode(() -> check.admit(m(command, folder.resolve(name).toString())))
                .doesNotThrowAnyException();
    }
}
