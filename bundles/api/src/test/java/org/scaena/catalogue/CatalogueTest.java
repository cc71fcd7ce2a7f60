package org.scaena.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scaena.buffer.BufferInfo;
import org.scaena.command.Command;
import org.scaena.node.ControlValues;
import org.scaena.osc.OscBlob;
import org.scaena.osc.OscMessage;

/** The catalogue against the table of all commands. */
class CatalogueTest {

    private static final Map<String, CommandTable.Row> TABLE = CommandTable.read();

    @Test
    void hasAFactoryForEveryCommand() {
        assertThat(examples().map(Command::name).distinct())
                .containsExactlyInAnyOrderElementsOf(TABLE.keySet());
    }

    @Test
    void hasAnExampleOfEveryFactory() {
        List<Class<?>> classes =
                List.of(
                        ServerCommands.class,
                        UnitCommands.class,
                        SynthDefCommands.class,
                        SynthCommands.class,
                        NodeCommands.class,
                        GroupCommands.class,
                        BufferCommands.class,
                        BufferFileCommands.class,
                        BufferGenCommands.class,
                        ControlBusCommands.class);
        long factories =
                classes.stream()
                        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                        .filter(method -> Modifier.isPublic(method.getModifiers()))
                        .map(Method::getReturnType)
                        .filter(Command.class::equals)
                        .count();
        // queryTree is there twice, with and without what is known of the nodes' lives
        assertThat(Examples.all().count()).isEqualTo(factories - 1);
    }

    static Stream<Command<?>> examples() {
        return Stream.concat(Examples.all(), Examples.more());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void sendsTheTypesThatTheTableSays(Command<?> command) {
        assertThat(TABLE.get(command.name()).allows(command))
                .as(CommandTable.described(command))
                .isTrue();
    }

    @Test
    void readsReplies() {
        assertThat(
                        BufferCommands.query(3, 5)
                                .decoder()
                                .apply(
                                        OscMessage.of(
                                                "/b_info", 3, 100, 2, 48000f, 5, 0, 0, 48000f)))
                .containsExactly(new BufferInfo(3, 100, 2, 48000), new BufferInfo(5, 0, 0, 48000));
        assertThat(
                        ControlBusCommands.get(1, 9)
                                .decoder()
                                .apply(OscMessage.of("/c_set", 1, 0.5f, 9, 2f)))
                .containsExactly(0.5f, 2f);
        assertThat(
                        SynthCommands.getRange(1000, "freqs", 2)
                                .decoder()
                                .apply(OscMessage.of("/n_setn", 1000, "freqs", 2, 3f, 4f)))
                .containsExactly(3f, 4f);
        assertThat(ServerCommands.logIn(0).decoder().apply(OscMessage.of("/done", "/notify", 2)))
                .satisfies(login -> assertThat(login.clientId()).isEqualTo(2))
                .satisfies(login -> assertThat(login.maxLogins()).isEmpty());
    }

    @Test
    void cutsWhatADatagramDoesNotHold() {
        List<Command<float[]>> slices = BufferCommands.getSliced(4, 10, 4_000);

        assertThat(slices)
                .extracting(slice -> slice.message().arguments())
                .containsExactly(
                        List.of(4, 10, 1600), List.of(4, 1610, 1600), List.of(4, 3210, 800));
        assertThat(BufferCommands.setSliced(4, 10, new float[1_601]))
                .extracting(slice -> slice.message().intAt(2))
                .containsExactly(1600, 1);
    }

    static Stream<Object[]> mistakes() {
        return Stream.of(
                bad(
                        "/b_alloc: frames must be 1…2147483647, not 0",
                        () -> BufferCommands.alloc(0, 0, 1)),
                bad(
                        "/b_alloc: buffer must be 0…2147483647, not -1",
                        () -> BufferCommands.alloc(-1, 1, 1)),
                bad(
                        "/b_alloc: frames × channels must be 1…536870911, not 4294967294",
                        () -> BufferCommands.alloc(0, Integer.MAX_VALUE, 2)),
                bad(
                        "/b_getn: count must be 1…13000, not 13001",
                        () -> BufferCommands.getRange(0, 0, 13_001)),
                bad(
                        "/c_set: bus must be 0…2147483647, not -2",
                        () -> ControlBusCommands.set(-2, 1)),
                bad("/dumpOSC: level must be 0…3, not 4", () -> ServerCommands.dumpOsc(4)),
                bad(
                        "/n_free: the number of nodes must be at least 1, not 0",
                        () -> NodeCommands.free()),
                bad(
                        "/s_new: node id must be -1…2147483647, not -5",
                        () -> SynthCommands.create("x", -5, Examples.HEAD, ControlValues.NONE)),
                bad(
                        "/s_new: the definition's name must be 1…4096 characters without NUL, not"
                                + " ''",
                        () -> SynthCommands.create("", 5, Examples.HEAD, ControlValues.NONE)),
                bad(
                        "/n_after: target must be another node than the one that is moved, not 7",
                        () -> NodeCommands.after(7, 7)),
                bad(
                        "/g_tail: node must be neither the group itself nor 0, not 7",
                        () -> GroupCommands.moveToTail(7, 8, 7)),
                bad(
                        "/g_new: group id must be −1 or 1…2147483647, not 0",
                        () -> GroupCommands.create(0, Examples.HEAD)),
                bad(
                        "/d_recv: the definition file must be at least 10 bytes, not 0",
                        () -> SynthDefCommands.receive(OscBlob.of(new byte[0]))));
    }

    private static Object[] bad(String message, ThrowingCallable call) {
        return new Object[] {message, call};
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void saysWhatIsWrongInOneSentence(String message, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }
}
