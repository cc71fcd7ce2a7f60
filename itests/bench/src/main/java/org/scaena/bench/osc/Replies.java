package org.scaena.bench.osc;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.scaena.osc.OscLink;
import org.scaena.osc.OscMessage;
import org.scaena.osc.OscPacket;
import org.scaena.osc.OscReceiver;

/** Keeps what scsynth says until it is asked for. */
final class Replies implements OscReceiver {

    private final BlockingQueue<OscMessage> messages = new LinkedBlockingQueue<>();
    private final Map<Integer, CountDownLatch> syncs = new ConcurrentHashMap<>();
    private final AtomicInteger nextSync = new AtomicInteger(100_000);

    @Override
    public void received(OscPacket packet) {
        OscMessage message = (OscMessage) packet;
        messages.add(message);
        if (message.address().equals("/synced")) {
            Optional.ofNullable(syncs.remove(message.intAt(0)))
                    .ifPresent(CountDownLatch::countDown);
        }
    }

    /** The next message with this address; others before it are thrown away. */
    OscMessage next(String address) throws InterruptedException {
        OscMessage message;
        do {
            message = messages.poll(5, TimeUnit.SECONDS);
            if (message == null) {
                throw new IllegalStateException("no " + address + " came within 5 s");
            }
        } while (!message.address().equals(address));
        return message;
    }

    /** Asks for a sync and waits for its answer; keeps what comes before. */
    void await(OscLink link) throws InterruptedException {
        int id = nextSync.incrementAndGet();
        CountDownLatch answered = new CountDownLatch(1);
        syncs.put(id, answered);
        link.send(OscMessage.of("/sync", id));
        if (!answered.await(5, TimeUnit.SECONDS)) {
            throw new IllegalStateException("scsynth answered no sync for 5 s");
        }
    }

    /** How many with this address have come; forgets all. */
    long count(String address) {
        long count = messages.stream().filter(one -> one.address().equals(address)).count();
        messages.clear();
        return count;
    }
}
