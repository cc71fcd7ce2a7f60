package org.scaena.server.internal;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.scaena.osc.OscBacklog;
import org.scaena.osc.OscBundle;
import org.scaena.osc.OscCodec;
import org.scaena.osc.OscEndpoint;
import org.scaena.osc.OscLink;
import org.scaena.osc.OscLinkException;
import org.scaena.osc.OscLinkStatistics;
import org.scaena.osc.OscMessage;
import org.scaena.osc.OscPacing;
import org.scaena.osc.OscPacket;
import org.scaena.osc.OscReceiver;
import org.scaena.osc.OscTrace;
import org.scaena.osc.OscTransport;
import org.scaena.osc.internal.ScaenaCodec;

/**
 * The order in which scsynth answers, by hand: nothing happens until {@link #period}.
 *
 * <p>In each period it works off what has come, answers and fails in that order, and finishes what
 * was asynchronous in the period before. Source: what scsynth 3.13 was seen to do.
 */
final class ModelScsynth implements OscTransport, OscLink {

    private final List<OscMessage> received = new ArrayList<>();
    private final Deque<OscPacket> waiting = new ArrayDeque<>();
    private final List<OscBundle> later = new ArrayList<>();
    private final List<OscMessage> unfinished = new ArrayList<>();
    private final List<OscMessage> replies = new ArrayList<>();
    private final OscEndpoint endpoint = OscEndpoint.local(57110);
    private OscReceiver receiver = packet -> {};
    private boolean loses;
    private boolean deaf;
    private int refused;

    @Override
    public OscLink open(String name, OscEndpoint remote, int localPort, OscReceiver to) {
        if (refused > 0) {
            refused--;
            throw new OscLinkException("the port is taken");
        }
        receiver = to;
        return this;
    }

    @Override
    public OscLink open(
            String name, OscEndpoint remote, int localPort, OscReceiver to, OscPacing pacing) {
        return open(name, remote, localPort, to);
    }

    @Override
    public OscCodec codec() {
        return new ScaenaCodec();
    }

    @Override
    public synchronized void send(OscPacket packet) {
        if (!deaf) {
            waiting.add(packet);
        }
    }

    /** From now on it is as good as dead. */
    void hearsNothing() {
        deaf = true;
    }

    /** So many times no socket can be had. */
    void refuses(int times) {
        refused = times;
    }

    /** From now on replies get lost, or not. */
    void loses(boolean now) {
        loses = now;
    }

    /** What has come so far, without marks and syncs. */
    List<OscMessage> received() {
        return received.stream()
                .filter(message -> !message.address().equals("/c_get"))
                .filter(message -> !message.address().equals("/sync"))
                .toList();
    }

    void period() {
        List<OscMessage> finished = List.copyOf(unfinished);
        unfinished.clear();
        for (OscPacket next = waiting.poll(); next != null; next = waiting.poll()) {
            take(next);
        }
        replies.addAll(finished);
        List<OscMessage> out = List.copyOf(replies);
        replies.clear();
        if (!loses) {
            out.forEach(receiver::received);
        }
    }

    /** The time of all bundles has come. */
    void due() {
        later.forEach(bundle -> bundle.elements().forEach(this::take));
        later.clear();
        period();
    }

    private void take(OscPacket packet) {
        if (packet instanceof OscBundle bundle) {
            if (bundle.time().isImmediate()) {
                bundle.elements().forEach(this::take);
            } else {
                later.add(bundle);
            }
        } else if (packet instanceof OscMessage message) {
            received.add(message);
            work(message);
        }
    }

    private void work(OscMessage message) {
        switch (message.address()) {
            case "/c_get" -> replies.add(pairs("/c_set", message));
            case "/n_query" ->
                    replies.add(OscMessage.of("/n_info", message.intAt(0), 0, -1, -1, 0));
            case "/status" -> replies.add(status());
            case "/sync" -> unfinished.add(OscMessage.of("/synced", message.intAt(0)));
            case "/s_new" -> {
                if (message.stringAt(0).equals("bad")) {
                    fail(message, "SynthDef not found");
                }
            }
            case "/n_free" -> {
                if (message.intAt(0) < 0) {
                    fail(message, "Node " + message.intAt(0) + " not found");
                }
            }
            case "/b_gen" -> {
                if (message.stringAt(1).equals("bad")) {
                    fail(message, "buf gen routine not found");
                } else {
                    finish(message);
                }
            }
            case "/b_alloc" -> {
                if (message.intAt(1) < 1_000_000) {
                    finish(message);
                }
            }
            case "/b_allocRead" ->
                    unfinished.add(
                            OscMessage.of(
                                    "/fail",
                                    message.address(),
                                    "File 'x' could not be opened: why.\n",
                                    message.intAt(0)));
            default -> {
                // succeeds in silence
            }
        }
    }

    private void fail(OscMessage message, String text) {
        replies.add(OscMessage.of("/fail", message.address(), text));
    }

    private void finish(OscMessage message) {
        unfinished.add(OscMessage.of("/done", message.address(), message.intAt(0)));
    }

    private static OscMessage pairs(String address, OscMessage message) {
        List<Object> pairs = new ArrayList<>();
        message.arguments().forEach(index -> pairs.addAll(List.of(index, 0.5f)));
        return new OscMessage(address, pairs);
    }

    private OscMessage status() {
        return OscMessage.of("/status.reply", 1, received.size(), 0, 1, 0, 0f, 0f, 48000d, 48000d);
    }

    @Override
    public OscEndpoint remote() {
        return endpoint;
    }

    @Override
    public InetSocketAddress local() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 1);
    }

    @Override
    public OscLinkStatistics statistics() {
        throw new UnsupportedOperationException("it counts nothing");
    }

    @Override
    public List<OscTrace> trace() {
        return List.of();
    }

    @Override
    public OscBacklog handOver() {
        return new OscBacklog(List.of(), List.of());
    }

    @Override
    public void takeOver(OscBacklog backlog) {
        // there was none before it
    }

    @Override
    public void close() {
        // nothing to close
    }
}
