package org.scaena.itests.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.inject.Inject;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerClass;
import org.osgi.framework.BundleContext;
import org.scaena.command.Reply;
import org.scaena.command.ReplyTimeoutException;
import org.scaena.sclang.Sclang;
import org.scaena.sclang.SclangException;
import org.scaena.sclang.SclangValue;
import org.scaena.server.Client;
import org.scaena.synthdef.SynthDefRegistration;

/** The real sclang: evaluates, compiles, logs in; and what is wrong is told. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerClass.class)
public class SclangIT {

    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @Inject private BundleContext context;

    private Sclang language;

    @Configuration
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
    }

    @Test
    public void valuesKeepTheirKind() {
        assertThat(language.eval("1 + 2").await()).isEqualTo(SclangValue.of(3));
        assertThat(language.eval("1 / 4").await()).isEqualTo(SclangValue.of(0.25));
        assertThat(language.eval("\"h\u00e4\"").await()).isEqualTo(SclangValue.of("h\u00e4"));
        assertThat(language.eval("\\a").await()).isEqualTo(new SclangValue.Symbol("a"));
        assertThat(language.eval("[1, [nil, true]]").await()).hasToString("[1, [nil, true]]");
        assertThat(language.eval("(a: 1)").await()).isInstanceOf(SclangValue.Mapping.class);
        assertThat(language.eval("SinOsc").await())
                .isEqualTo(new SclangValue.Other("Meta_SinOsc", "SinOsc"));
        assertThat(
                        language.eval(
                                        "a ++ b",
                                        Map.of(
                                                "a", SclangValue.of("say \"so\""),
                                                "b", SclangValue.of(7)),
                                        LIMIT)
                                .await())
                .isEqualTo(SclangValue.of("say \"so\"7"));
    }

    @Test
    public void longCodeLongValuesAndSeveralCallers() {
        assertThat(language.eval("// " + "x".repeat(100_000) + "\n42").await())
                .isEqualTo(SclangValue.of(42));
        SclangValue many = language.eval("(1..20000)", Map.of(), LIMIT).await(LIMIT);
        assertThat(((SclangValue.Row) many).values())
                .hasSize(20_000)
                .endsWith(SclangValue.of(20_000));

        List<Reply<SclangValue>> replies =
                IntStream.range(0, 200).mapToObj(i -> language.eval(i + " * 2")).toList();
        for (int i = 0; i < replies.size(); i++) {
            assertThat(replies.get(i).await(LIMIT)).isEqualTo(SclangValue.of(i * 2));
        }
    }

    @Test
    public void errorsAreErrors() {
        assertThatThrownBy(() -> language.eval("3.foo").await())
                .isInstanceOf(SclangException.class)
                .hasMessageContaining("'foo' not understood");
        assertThatThrownBy(() -> language.eval("1 + (").await())
                .isInstanceOf(SclangException.class)
                .hasMessageContaining("syntax error");
        assertThatThrownBy(() -> language.eval("a", Map.of("A", SclangValue.of(1)), LIMIT).await())
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(language.eval("1").await()).isEqualTo(SclangValue.of(1));
    }

    @Test
    public void anEndlessLoopIsEndedAndTheNextCallerServed() {
        assertThatThrownBy(
                        () -> language.eval("loop { 1 }", Map.of(), Duration.ofMillis(500)).await())
                .isInstanceOf(ReplyTimeoutException.class);
        assertThatThrownBy(() -> language.eval("1", Map.of(), LIMIT).await(LIMIT))
                .hasMessageContaining("sclang");
        assertThat(language.eval("2", Map.of(), LIMIT).await(START_LIMIT))
                .isEqualTo(SclangValue.of(2));
    }

    @Test
    public void compilesDefinitionsAndLogsInOnAServer() throws Exception {
        try (TestServer configured = TestServer.configure(context, "sclang")) {
            Client client = Services.of(context, Client.class, configured.name());
            SynthDefRegistration tone =
                    language.define("SynthDef(\\tone) { Out.ar(0, SinOsc.ar(440, 0, 0.1)) }", "it")
                            .await(LIMIT);
            assertThat(tone.definitions())
                    .extracting(found -> found.name())
                    .containsExactly("tone");
            assertThatThrownBy(() -> language.define("3", "it").await(LIMIT))
                    .isInstanceOf(SclangException.class);

            language.connect(client.server()).await(LIMIT);
            SclangValue id = language.eval("s.clientID").await();
            assertThat(id).isNotEqualTo(SclangValue.of(client.id()));
            assertThat(language.eval("s.maxNumClients").await())
                    .isEqualTo(SclangValue.of(client.maxLogins()));
            tone.close();
        }
    }
}
