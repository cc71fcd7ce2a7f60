package org.scaena.server.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.scaena.server.PluginCalls;

class CallMetersTest {

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CallMeters meters = new CallMeters();

    @AfterEach
    void end() throws InterruptedException {
        threads.shutdownNow();
        assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void whatThrowsInTheGateIsCountedForItsBundle() {
        Gate gate = new Gate(threads, meters);
        gate.call("good", () -> {});
        assertThat(
                        gate.call(
                                "bad",
                                () -> {
                                    throw new AssertionError("on purpose");
                                }))
                .hasValueSatisfying(why -> assertThat(why).contains("on purpose"));

        assertThat(meters.snapshot())
                .extracting(PluginCalls::bundle)
                .containsExactly("bad", "good");
        assertThat(meters.snapshot().get(0).failures()).isOne();
        assertThat(meters.snapshot().get(1).failures()).isZero();
    }

    /** With no limit at all whatever runs has overrun. */
    @Test
    void whatHasNotReturnedIsAnOverrunAlready() throws InterruptedException {
        CallMeter meter = new CallMeter("hanging", Duration.ZERO);
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        threads.execute(
                () ->
                        meter.call(
                                () -> {
                                    begun.countDown();
                                    Uninterrupted.isDoneWithin(
                                            threads.submit(() -> go.await(10, TimeUnit.SECONDS)),
                                            Duration.ofSeconds(10));
                                }));
        begun.await();

        PluginCalls hanging = meter.snapshot();
        assertThat(hanging.calls()).isOne();
        assertThat(hanging.overruns()).isOne();
        assertThat(hanging.longest()).isPositive();

        go.countDown();
    }

    @Test
    void aListenerThatThrowsIsCountedAndCalledAgain() {
        Mailbox mailbox = new Mailbox("it", Runnable::run, meters.of("bad"));
        for (int i = 0; i < 3; i++) {
            mailbox.put(
                    () -> {
                        throw new IllegalStateException("on purpose");
                    });
        }

        assertThat(meters.snapshot())
                .singleElement()
                .satisfies(
                        bad -> {
                            assertThat(bad.calls()).isEqualTo(3);
                            assertThat(bad.failures()).isEqualTo(3);
                            assertThat(bad.dropped()).isZero();
                        });
    }

    @Test
    void whatAListenerIsTooSlowForIsCounted() {
        Mailbox mailbox = new Mailbox("it", never -> {}, meters.of("flooded"));
        for (int i = 0; i < 20_000; i++) {
            mailbox.put(() -> {});
        }

        assertThat(meters.snapshot().get(0).dropped()).isEqualTo(20_000 - 16_384);
    }

    @Test
    void whatIsThrownGoesOn() {
        CallMeter meter = meters.of("bad");
        assertThatThrownBy(
                        () ->
                                meter.call(
                                        () -> {
                                            throw new IllegalStateException("on purpose");
                                        }))
                .hasMessage("on purpose");
    }
}
