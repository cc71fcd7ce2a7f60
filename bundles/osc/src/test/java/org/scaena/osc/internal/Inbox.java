package org.scaena.osc.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.scaena.osc.OscMessage;
import org.scaena.osc.OscPacket;
import org.scaena.osc.OscReceiver;

/** A receiver that keeps everything. */
final class Inbox implements OscReceiver {

    private final BlockingQueue<OscPacket> packets = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> farewells = new LinkedBlockingQueue<>();

    @Override
    public void received(OscPacket packet) {
        packets.add(packet);
    }

    @Override
    public void peerGone(String why) {
        farewells.add(why);
    }

    OscMessage message() throws InterruptedException {
        return (OscMessage) taken(packets);
    }

    String farewell() throws InterruptedException {
        return taken(farewells);
    }

    boolean isEmpty() {
        return packets.isEmpty();
    }

    private static <T> T taken(BlockingQueue<T> queue) throws InterruptedException {
        T first = queue.poll(20, TimeUnit.SECONDS);
        assertThat(first).as("something arrives within 20 s").isNotNull();
        return first;
    }
}
