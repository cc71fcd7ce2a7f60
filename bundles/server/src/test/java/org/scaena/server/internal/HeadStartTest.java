package org.scaena.server.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.wiring.BundleWiring;

class HeadStartTest {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final Asked asked = new Asked();

    @Test
    void allClassesOfTheBundleAreAskedFor() throws InterruptedException {
        new HeadStart().start(context("Slots.class", "Life.class"));
        asked.await("org.scaena.server.internal.Slots");
        asked.await("org.scaena.server.internal.Life");
    }

    @Test
    void noneIsLoadedAfterItsEnd() throws InterruptedException {
        HeadStart start = new HeadStart();
        asked.held = new CompletableFuture<>();
        start.start(context("Slots.class", "Life.class"));
        asked.await("org.scaena.server.internal.Slots");
        start.stop(context());
        asked.held.complete(true);
        asked.thread.join(LIMIT.toMillis());
        assertThat(asked.thread.isAlive()).isFalse();
        assertThat(asked.names).containsOnlyKeys("org.scaena.server.internal.Slots");
    }

    /** Remembers what it is asked for, and may keep whoever asks. */
    private static final class Asked extends ClassLoader {

        private final ConcurrentMap<String, CountDownLatch> names = new ConcurrentHashMap<>();
        private volatile CompletableFuture<Boolean> held = CompletableFuture.completedFuture(true);
        private volatile Thread thread = Thread.currentThread();

        @Override
        public Class<?> loadClass(String name) throws ClassNotFoundException {
            thread = Thread.currentThread();
            names.computeIfAbsent(name, none -> new CountDownLatch(1)).countDown();
            Uninterrupted.isDoneWithin(held, LIMIT);
            return HeadStartTest.class.getClassLoader().loadClass(name);
        }

        void await(String name) throws InterruptedException {
            CountDownLatch wanted = names.computeIfAbsent(name, none -> new CountDownLatch(1));
            assertThat(wanted.await(LIMIT.toSeconds(), TimeUnit.SECONDS)).as(name).isTrue();
        }
    }

    private BundleContext context(String... files) {
        List<String> resources =
                Stream.of(files).map("org/scaena/server/internal/"::concat).toList();
        BundleWiring wiring =
                fake(
                        BundleWiring.class,
                        Map.of("listResources", resources, "getClassLoader", asked));
        Bundle bundle = fake(Bundle.class, Map.of("adapt", wiring));
        return fake(BundleContext.class, Map.of("getBundle", bundle));
    }

    private static <T> T fake(Class<T> type, Map<String, Object> answers) {
        return type.cast(
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (proxy, method, arguments) -> answers.get(method.getName())));
    }
}
