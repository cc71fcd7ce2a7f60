package org.scaena.itests.continuity;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.scaena.buffer.Buffer;
import org.scaena.buffer.BufferSource;
import org.scaena.catalogue.BufferCommands;
import org.scaena.command.Reply;
import org.scaena.node.NodeState;
import org.scaena.node.Synth;
import org.scaena.server.Client;

/**
 * A thousand messages a second, each of which leaves a trace: nine of ten write their number into a
 * buffer, the tenth makes a synth that ends by itself.
 *
 * <p>A message that is lost leaves a hole in the buffer or a synth that never starts; one that
 * comes twice makes a node of an id that lives, which the server refuses.
 */
public final class Traffic implements AutoCloseable {

    /** How many messages a second. */
    public static final int PER_SECOND = 1_000;

    private static final int MOST = 1 << 16;
    private static final int SYNTH_EACH = 10;
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final Client client;
    private final Buffer trace;
    private final Thread thread = new Thread(this::run, "traffic");
    private final List<Synth> synths = new CopyOnWriteArrayList<>();
    private final List<Throwable> failures = new CopyOnWriteArrayList<>();
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicLong longestNanos = new AtomicLong();
    private volatile int sent;
    private volatile boolean ending;

    /** Begins. */
    public Traffic(Client client) {
        this.client = client;
        this.trace = client.buffer(BufferSource.alloc(MOST)).ready().await();
        thread.start();
    }

    private void run() {
        long begin = System.nanoTime();
        while (!ending && sent < MOST) {
            long due = begin + sent * TimeUnit.SECONDS.toNanos(1) / PER_SECOND;
            LockSupport.parkNanos(due - System.nanoTime());
            try {
                send(sent);
            } catch (RuntimeException failed) {
                failures.add(failed);
            }
            sent++;
        }
    }

    private void send(int number) {
        long begin = System.nanoTime();
        open.incrementAndGet();
        Reply<?> done;
        if (number % SYNTH_EACH == 0) {
            Synth synth = client.synth(Piece.BLIP);
            synths.add(synth);
            done = synth.started();
        } else {
            done = client.request(BufferCommands.set(trace.number(), number, number));
        }
        done.whenComplete(
                (result, failure) -> {
                    longestNanos.accumulateAndGet(System.nanoTime() - begin, Math::max);
                    if (failure != null) {
                        failures.add(failure);
                    }
                    open.decrementAndGet();
                });
    }

    /** Waits until so much more has been sent. */
    public void goOn(int messages) {
        int until = sent + messages;
        Poll.until("the traffic goes on", () -> sent >= until);
    }

    /** The longest time from a command to its being done since this was asked last. */
    public double longestMillis() {
        Poll.until("what was sent is done", () -> open.get() < SYNTH_EACH);
        return longestNanos.getAndSet(0) / 1e6;
    }

    /** What went wrong so far. */
    public List<Throwable> failures() {
        return List.copyOf(failures);
    }

    /** Ends it and waits until all is done. */
    public void end() {
        ending = true;
        Poll.until("the traffic ends", () -> !thread.isAlive());
        Poll.until("all is done", () -> open.get() == 0);
        Poll.until(
                "all synths ended",
                () -> synths.stream().allMatch(synth -> synth.state() == NodeState.ENDED));
    }

    /** How many were sent. */
    public int sent() {
        return sent;
    }

    /** The numbers of messages that have left no trace. */
    public List<Integer> lost() {
        float[] numbers = trace.toArray().await(LIMIT);
        return IntStream.range(0, sent)
                .filter(number -> number % SYNTH_EACH != 0 && numbers[number] != number)
                .boxed()
                .toList();
    }

    @Override
    public void close() {
        ending = true;
        Poll.until("the traffic ends", () -> !thread.isAlive());
        trace.free().await(LIMIT);
    }
}
