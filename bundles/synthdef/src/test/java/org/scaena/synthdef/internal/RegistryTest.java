package org.scaena.synthdef.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.scaena.command.Subscription;
import org.scaena.synthdef.RegisteredSynthDef;
import org.scaena.synthdef.SynthDef;
import org.scaena.synthdef.SynthDefConflictException;
import org.scaena.synthdef.SynthDefFile;
import org.scaena.synthdef.SynthDefFormatException;
import org.scaena.synthdef.SynthDefListener;
import org.scaena.synthdef.SynthDefRegistration;

class RegistryTest {

    private final ScsyndefFormat format = new ScsyndefFormat();
    private final Registry registry = new Registry(format);
    private final Heard heard = new Heard();

    @Test
    void registersEachDefinitionOfAFileAloneAndSortedByName() throws Exception {
        registry.register(Corpus.bytes("cap_sine"), "hall", "cap_sine.scsyndef");
        registry.register(Corpus.bytes("cap_bundle_of_three"), "hall", "three.scsyndef");

        assertThat(registry.definitions())
                .extracting(RegisteredSynthDef::name)
                .containsExactly("cap_multi_a", "cap_multi_b", "cap_multi_c", "cap_sine");
        RegisteredSynthDef one = registry.find("cap_multi_b").orElseThrow();
        byte[] bytes = one.bytes().toByteArray();
        assertThat(format.read(bytes, "alone").definitions()).containsExactly(one.definition());
        assertThat(one.hash())
                .isEqualTo(
                        HexFormat.of()
                                .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
        assertThat(one.owner()).isEqualTo("hall");
        assertThat(one.origin()).isEqualTo("three.scsyndef");
    }

    @Test
    void withdrawsWhatARegistrationBroughtAndNothingElse() {
        registry.register(Corpus.bytes("cap_sine"), "hall", "");
        SynthDefRegistration three =
                registry.register(Corpus.bytes("cap_bundle_of_three"), "hall", "");
        assertThat(three.definitions()).hasSize(3);

        three.close();
        three.close();

        assertThat(registry.definitions())
                .extracting(RegisteredSynthDef::name)
                .containsExactly("cap_sine");
    }

    @Test
    void refusesADifferentDefinitionOfAnotherOwner() {
        registry.register(tone(1), "hall", "");

        assertThatThrownBy(() -> registry.register(tone(2), "foyer", ""))
                .isInstanceOf(SynthDefConflictException.class)
                .hasMessage(
                        "synth definition 'tone' belongs to hall already; rename the one of foyer");
        assertThat(seen()).isEqualTo("hall 1.0");
    }

    @Test
    void registersNothingOfAFileWithOneConflict() {
        registry.register(tone(1), "hall", "");
        SynthDef other = new TestDef("other", 0).definition();
        byte[] both =
                format.write(
                        new SynthDefFile(2, List.of(other, new TestDef("tone", 2).definition())));

        assertThatThrownBy(() -> registry.register(both, "foyer", ""))
                .isInstanceOf(SynthDefConflictException.class);
        assertThat(registry.find("other")).isEmpty();
    }

    @Test
    void registersNothingOfABrokenFile() {
        assertThatThrownBy(() -> registry.register(new byte[] {1, 2, 3}, "hall", "load/x.scsyndef"))
                .isInstanceOf(SynthDefFormatException.class)
                .hasMessageStartingWith("load/x.scsyndef is no synth definition file");
        assertThat(registry.definitions()).isEmpty();
    }

    @Test
    void showsTheFormerVersionAgainWhenAnOwnersLaterOneGoes() {
        registry.register(tone(1), "hall", "");
        SynthDefRegistration second = registry.register(tone(2), "hall", "");
        assertThat(seen()).isEqualTo("hall 2.0");

        second.close();

        assertThat(seen()).isEqualTo("hall 1.0");
    }

    @Test
    void keepsTheLaterVersionWhenTheFormerGoes() {
        SynthDefRegistration first = registry.register(tone(1), "hall", "");
        registry.register(tone(2), "hall", "");
        registry.listen(heard);

        first.close();

        assertThat(seen()).isEqualTo("hall 2.0");
        assertThat(heard.events).isEmpty();
    }

    @Test
    void keepsADefinitionThatTwoOwnersShareUntilBothAreGone() {
        SynthDefRegistration hall = registry.register(tone(1), "hall", "");
        SynthDefRegistration foyer = registry.register(tone(1), "foyer", "");

        hall.close();
        assertThat(seen()).isEqualTo("foyer 1.0");

        foyer.close();
        assertThat(registry.find("tone")).isEmpty();
    }

    @Test
    void keepsADefinitionThatOneOwnerRegisteredTwiceUntilBothAreClosed() {
        SynthDefRegistration first = registry.register(tone(1), "hall", "");
        registry.register(tone(1), "hall", "");

        first.close();
        first.close();

        assertThat(seen()).isEqualTo("hall 1.0");
    }

    @Test
    void takesTheLastOfTwoDefinitionsWithOneNameInAFile() {
        List<SynthDef> twice =
                List.of(new TestDef("tone", 1).definition(), new TestDef("tone", 2).definition());

        registry.register(format.write(new SynthDefFile(2, twice)), "hall", "");

        assertThat(seen()).isEqualTo("hall 2.0");
    }

    @Test
    void tellsListenersWhatComesIsReplacedAndGoes() throws Exception {
        Subscription listening = registry.listen(heard);

        SynthDefRegistration first = registry.register(tone(1), "hall", "");
        SynthDefRegistration second = registry.register(tone(2), "hall", "");
        first.close();
        second.close();
        listening.close();
        registry.register(tone(3), "hall", "");

        assertThat(heard.events).containsExactly("+ tone 1.0", "+ tone 2.0", "- tone 2.0");
    }

    @Test
    void goesOnWhenAListenerThrows() {
        registry.listen(
                new SynthDefListener() {
                    @Override
                    public void registered(RegisteredSynthDef definition) {
                        throw new IllegalStateException("a listener's fault, as the test wants it");
                    }

                    @Override
                    public void withdrawn(RegisteredSynthDef definition) {}

                    @Override
                    public String toString() {
                        return "a faulty listener";
                    }
                });
        registry.listen(heard);

        registry.register(tone(1), "hall", "");

        assertThat(heard.events).containsExactly("+ tone 1.0");
    }

    @Test
    void tellsAllListenersOfAChangeBeforeTheChangeThatOneOfThemMakes() {
        registry.listen(
                new SynthDefListener() {
                    @Override
                    public void registered(RegisteredSynthDef definition) {
                        if (definition.name().equals("tone")) {
                            registry.register(Corpus.bytes("cap_sine"), "hall", "");
                        }
                    }

                    @Override
                    public void withdrawn(RegisteredSynthDef definition) {}
                });
        registry.listen(heard);

        registry.register(tone(1), "hall", "");

        assertThat(heard.events).containsExactly("+ tone 1.0", "+ cap_sine 440.0");
    }

    /** What a listener heard adds up to what is there, however the threads mixed. */
    @Test
    void keepsTheOrderOfChangesThatSeveralThreadsMake() throws Exception {
        registry.listen(heard);
        int threads = 4;
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        List<Future<?>> done = new ArrayList<>();
        for (int thread = 0; thread < threads; thread++) {
            int number = thread;
            done.add(
                    executor.submit(
                            () -> {
                                start.await();
                                for (int i = 0; i < 200; i++) {
                                    registry.register(tone(number), "hall", "").close();
                                }
                                return registry.register(tone(number), "hall", "");
                            }));
        }
        start.countDown();
        for (Future<?> each : done) {
            each.get();
        }
        executor.shutdown();

        String last = heard.events.get(heard.events.size() - 1);
        assertThat(last).isEqualTo("+ tone " + seen().substring("hall ".length()));
    }

    private String seen() {
        RegisteredSynthDef tone = registry.find("tone").orElseThrow();
        return tone.owner() + " " + tone.definition().parameters().get(0).defaults().get(0);
    }

    private static byte[] tone(int freq) {
        return new TestDef("tone", freq).file();
    }

    private static final class Heard implements SynthDefListener {

        private final List<String> events = new ArrayList<>();

        @Override
        public void registered(RegisteredSynthDef definition) {
            events.add("+ " + text(definition));
        }

        @Override
        public void withdrawn(RegisteredSynthDef definition) {
            events.add("- " + text(definition));
        }

        private static String text(RegisteredSynthDef definition) {
            return definition.name()
                    + " "
                    + definition.definition().parameters().get(0).defaults().get(0);
        }
    }
}
