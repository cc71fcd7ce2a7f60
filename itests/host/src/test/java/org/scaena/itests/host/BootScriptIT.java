package org.scaena.itests.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import javax.inject.Inject;
import org.junit.After;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.BundleContext;
import org.scaena.command.NotRunningException;
import org.scaena.itests.continuity.Poll;
import org.scaena.node.NodeSnapshot;
import org.scaena.node.SynthSnapshot;
import org.scaena.sclang.Sclang;
import org.scaena.sclang.SclangValue;
import org.scaena.server.Client;
import org.scaena.server.Server;

/** {@code conf/boot.scd}: evaluated after each boot, and whatever is in it, the server plays on. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class BootScriptIT {

    private static final Path SCRIPT =
            Path.of(System.getProperty("scaena.home"), "conf", "boot.scd");

    private static final Duration LIMIT = Duration.ofSeconds(20);

    @Inject private BundleContext context;

    private Sclang language;

    @Configuration
    public Option[] distribution() {
        return new Option[] {Distribution.option()};
    }

    @After
    public void end() throws IOException {
        Files.deleteIfExists(SCRIPT);
        language.stop().await(LIMIT);
        assertThat(ProcessHandle.current().descendants()).isEmpty();
    }

    private Server boot(TestServer configured) throws Exception {
        language = Services.of(context, Sclang.class);
        return Services.of(context, Client.class, configured.name()).server();
    }

    private SclangValue eval(String code) {
        return language.eval(code, Map.of(), LIMIT).await(LIMIT);
    }

    private static long playing(Server server) {
        return server.queryTree()
                .await(LIMIT)
                .nodes()
                .filter(SynthSnapshot.class::isInstance)
                .map(NodeSnapshot::id)
                .filter(id -> id >= 0)
                .count();
    }

    private void awaitLogin() {
        Poll.until("sclang is logged in", () -> language.server().isPresent());
    }

    @Test
    public void itIsEvaluatedAfterEveryBootAndAfterACrashOfTheLanguage() throws Exception {
        Files.writeString(
                SCRIPT,
                """
                ~times = (~times ? 0) + 1;
                ~path = thisProcess.nowExecutingPath;
                ~tree ?? { ServerTree.add({ |server| ~tree.(server) }, s) };
                ~tree = { |server| Synth(\\s2, [\\amp, 0.1], server) };
                """);
        try (TestServer configured = TestServer.configure(context, "script")) {
            Server server = boot(configured);
            Poll.until("sclang comes", () -> language.isRunning());
            assertThat(eval("~times")).as("it comes first").isEqualTo(SclangValue.of(1));
            awaitLogin();
            assertThat(eval("~path")).isEqualTo(SclangValue.of(SCRIPT.toString()));
            Poll.until("its synth plays", () -> playing(server) == 1);

            server.freeAll().await(LIMIT);
            Poll.until("its synth plays again", () -> playing(server) == 1);

            server.reboot().await(LIMIT);
            awaitLogin();
            assertThat(eval("~times")).isEqualTo(SclangValue.of(2));
            Poll.until("and after the reboot", () -> playing(server) == 1);

            eval("0.exit");
            Poll.until("sclang has ended", () -> !language.isRunning());
            awaitLogin();
            assertThat(eval("~times")).as("a new language").isEqualTo(SclangValue.of(1));
            Poll.until("not doubled", () -> playing(server) == 1);
        }
    }

    @Test
    public void whatIsWrongInItHoldsUpNobody() throws Exception {
        Files.writeString(SCRIPT, "3.nonsense");
        try (TestServer configured = TestServer.configure(context, "wrong")) {
            Server server = boot(configured);
            awaitLogin();
            assertThat(eval("s.serverRunning")).isEqualTo(SclangValue.of(true));

            Files.writeString(SCRIPT, "~touched = true; 0.exit");
            server.reboot().await(LIMIT);
            Poll.until("a new language is left alone", this::isUntouched);
            awaitLogin();
            server.sync().await(LIMIT);
        }
    }

    private boolean isUntouched() {
        try {
            return language.server().isPresent() && eval("~touched").equals(new SclangValue.Nil());
        } catch (NotRunningException ended) {
            return false;
        }
    }
}
