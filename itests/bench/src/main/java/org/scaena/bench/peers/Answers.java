package org.scaena.bench.peers;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** What a library without requests makes its users write: who waits for which answer. */
final class Answers {

    private final Map<Integer, CompletableFuture<Object>> waiting = new ConcurrentHashMap<>();
    private final AtomicInteger last = new AtomicInteger();

    /** A number for a request; its answer is waited for from now on. */
    int next() {
        int number = last.incrementAndGet();
        waiting.put(number, new CompletableFuture<>());
        return number;
    }

    /** The answer of this number came. */
    void came(int number, Object answer) {
        CompletableFuture<Object> future = waiting.get(number);
        if (future != null) {
            future.complete(answer);
        }
    }

    /** Blocks until it is there, at most five seconds. */
    Object await(int number) throws Exception {
        try {
            return waiting.get(number).get(5, TimeUnit.SECONDS);
        } finally {
            waiting.remove(number);
        }
    }
}
