package org.scaena.itests.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import javax.inject.Inject;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.BundleContext;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;
import org.scaena.command.NotRunningException;
import org.scaena.command.Reply;
import org.scaena.command.ReplyTimeoutException;
import org.scaena.itests.continuity.Poll;
import org.scaena.process.ProgramException;
import org.scaena.sclang.Sclang;
import org.scaena.sclang.SclangException;
import org.scaena.sclang.SclangValue;

/** The real sclang and what hurts it: the caller is told, and the next one is served. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class SclangBadInputIT {

    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @Inject private BundleContext context;

    private Sclang language;

    @org.ops4j.pax.exam.Configuration
    public Option[] distribution() {
        return new Option[] {Distribution.option()};
    }

    @Before
    public void start() throws Exception {
        language = Services.of(context, Sclang.class);
        language.start().await(START_LIMIT);
    }

    @After
    public void stop() {
        language.stop().await(LIMIT);
        assertThat(ProcessHandle.current().descendants()).isEmpty();
    }

    private SclangValue eval(String code) {
        return language.eval(code, Map.of(), LIMIT).await(START_LIMIT);
    }

    @Test
    public void anEndlessLoopIsEndedAndTheNextCallerServed() {
        assertThatThrownBy(
                        () -> language.eval("loop { 1 }", Map.of(), Duration.ofMillis(500)).await())
                .isInstanceOf(ReplyTimeoutException.class);
        assertThatThrownBy(() -> eval("1"))
                .isInstanceOf(NotRunningException.class)
                .hasMessageContaining("sclang did not answer and was ended");
        assertThat(eval("2")).isEqualTo(SclangValue.of(2));
    }

    @Test
    public void whoIsPatientIsNotEndedByWhoIsNot() {
        String busy = "var until = Main.elapsedTime + 3; while { Main.elapsedTime < until }; 3";
        Reply<SclangValue> patient = language.eval(busy, Map.of(), LIMIT);
        Reply<SclangValue> impatient = language.eval("4", Map.of(), Duration.ofMillis(300));

        assertThatThrownBy(() -> impatient.await(LIMIT)).isInstanceOf(ReplyTimeoutException.class);
        assertThat(patient.await(LIMIT)).isEqualTo(SclangValue.of(3));
    }

    @Test
    public void codeThatEndsTheLanguageHurtsNobody() {
        Reply<SclangValue> late = language.eval("fork { 9.wait }; 0.exit", Map.of(), LIMIT);
        Poll.until("sclang has ended", () -> !language.isRunning());
        assertThat(late).isDone();
        assertThat(eval("1")).isEqualTo(SclangValue.of(1));

        // It lets go of its port and all else, but its process lives.
        assertThat(eval("thisProcess.shutdown; 5")).isEqualTo(SclangValue.of(5));
        assertThat(eval("6")).isEqualTo(SclangValue.of(6));
    }

    @Test
    public void aFloodOfOutputStopsNobody() throws Exception {
        Reply<SclangValue> flood =
                language.eval(
                        "300000.do { |i| \"line % of a flood of output\".format(i).postln }; 7",
                        Map.of(), START_LIMIT);
        assertThat(flood.await(START_LIMIT)).isEqualTo(SclangValue.of(7));
        assertThat(eval("8")).isEqualTo(SclangValue.of(8));
        assertThatThrownBy(() -> eval("1 + (")).isInstanceOf(SclangException.class);
        Path log = Path.of(System.getProperty("scaena.home"), "logs", "sclang-scaena.log");
        assertThat(Files.size(log)).isLessThan(9L << 20);
    }

    @Test
    public void codeFromStrangersIsPassedOver() throws Exception {
        int port = language.endpoint().orElseThrow().port();
        ByteBuffer packet = ByteBuffer.allocate(100);
        for (String word : List.of("/scaena/eval", ",sis", "guess")) {
            put(packet, word);
        }
        packet.putInt(1);
        put(packet, "/etc/hostname");
        try (DatagramSocket stranger = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            stranger.send(
                    new DatagramPacket(
                            packet.array(),
                            packet.position(),
                            InetAddress.getLoopbackAddress(),
                            port));
            assertThat(eval("9")).as("it has dealt with what came before").isNotNull();
            stranger.setSoTimeout(200);
            assertThatThrownBy(() -> stranger.receive(new DatagramPacket(new byte[100], 100)))
                    .isInstanceOf(java.net.SocketTimeoutException.class);
        }
    }

    private static void put(ByteBuffer packet, String word) {
        packet.put(word.getBytes(StandardCharsets.US_ASCII)).put((byte) 0);
        while (packet.position() % 4 != 0) {
            packet.put((byte) 0);
        }
    }

    @Test
    public void aMissingProgramIsNamedWithTheRemedy() throws Exception {
        ConfigurationAdmin admin = Services.of(context, ConfigurationAdmin.class);
        Configuration configuration = admin.getConfiguration("org.scaena.sclang", "?");
        configuration.update(new Hashtable<>(Map.of("program", "/nowhere/sclang")));
        try {
            Services.awaitOther(context, Sclang.class, language);
            Sclang missing = Services.of(context, Sclang.class);
            assertThatThrownBy(() -> missing.eval("1").await(LIMIT))
                    .isInstanceOf(ProgramException.class)
                    .hasMessageContaining("/nowhere/sclang")
                    .hasMessageContaining("supercollider-language");
            assertThat(missing.isRunning()).isFalse();
            language = missing;
        } finally {
            configuration.delete();
            Services.awaitOther(context, Sclang.class, language);
            language = Services.of(context, Sclang.class);
        }
    }
}
